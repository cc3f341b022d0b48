import { InvalidArgumentError, Option } from 'commander';

/** How long maintenance tries to get its locks; each single attempt is short whatever this says. */
export function patienceOption(): Option {
  return new Option('--patience <time>', 'how long to go on trying to get a lock')
    .default('30 seconds')
    .argParser((text: string) => {
      if (!/^\d+(\.\d+)? ?(ms|s|sec(ond)?s?|min(ute)?s?|h(ours?)?)$/i.test(text)) {
        throw new InvalidArgumentError("It reads '30 seconds', '5 min' or '2 hours'.");
      }
      return text;
    });
}
