import { type EngineChoice, install } from '@audit/schema';
import { helperScripts } from './files.js';
import { pgtapScript } from './pgtap.js';
import type { Server, Session, Template } from './session.js';

/** What most files start from: the schema as it is installed today, and what the tests call. */
export function freshTemplate(server: Server, engine: EngineChoice = 'auto'): Template {
  return {
    name: `pgtap fresh ${engine}`,
    async prepare(session) {
      await install(session.driver, { engine });
      await loadTools(server, session);
    },
  };
}

/** pgTAP and our own assertions. */
export async function loadTools(server: Server, session: Session): Promise<void> {
  await session.run(pgtapScript(server.extensions));
  for (const script of helperScripts()) await session.run(script);
}
