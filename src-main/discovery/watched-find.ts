import type { Clock } from '../platform/clock.ts';
import { runStep, type Watch } from '../steps.ts';
import {
  type FindPorts,
  type FindRequest,
  type FoundMailService,
  findMailService,
} from './find-mail-service.ts';

/** `findMailService` as a step somebody watches. @throws Fault as that does */
export function watchedFind(
  ports: FindPorts & { readonly clock: Clock },
  request: FindRequest,
  watch: Watch,
): Promise<FoundMailService> {
  return runStep(
    watch,
    () => ports.clock.now(),
    'found',
    () => findMailService(ports, request, watch.signal),
  );
}
