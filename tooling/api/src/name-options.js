import { Converter } from 'typedoc';

/**
 * TypeDoc's plugin: a destructured parameter is called what the docstrings call it, `options`.
 *
 * @param {import('typedoc').Application} app
 */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_PARAMETER, (_context, parameter) => {
    if (parameter.name === '__namedParameters') parameter.name = 'options';
  });
}
