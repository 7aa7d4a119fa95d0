// One rule per row of the table in docs/architecture.md. A rule that matters is a check with its reason in it.
const core = '^src/core'
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src/', pathNot: allowed },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Data flows one way.', from: {}, to: { circular: true } },
    { name: 'no-tests-in-source', severity: 'error', comment: 'Nothing in src depends on a test.', from: { pathNot: '\\.test\\.tsx?$' }, to: { path: '^test/|\\.test\\.tsx?$' } },
    only('model-is-a-leaf', `${core}/model/`, `${core}/model/`, 'The nouns depend on nothing.'),
    only('catalogue-is-data', `${core}/catalogue/`, `${core}/(model|catalogue)/`, 'The field catalogue is data over the model.'),
    only('values-are-words', `${core}/values/`, `${core}/(model|catalogue|values)/`, 'How the text of a cell is read: knows fields, but no file, no mapping and no stage.'),
    only('mending-is-pure', `${core}/mend/`, `${core}/(model|catalogue|values|mend)/`, 'What a fix does is decided without stages, files or sessions.'),
    ...['parse', 'map', 'assemble', 'validate', 'plan', 'post', 'report'].map((stage) =>
      only(`stage-${stage}-alone`, `${core}/stages/${stage}/`, `${core}/(model|catalogue|values)/|${core}/ports(-journal)?\\.ts$|${core}/stages/${stage}/`,
        'Stages never import each other: what passes between two stages is a type in core/model.')),
    { name: 'core-is-pure', severity: 'error', comment: 'The core runs anywhere: no Node, no Electron, no network.', from: { path: '^src/(core|api|shared)', pathNot: '\\.test\\.tsx?$' }, to: { dependencyTypes: ['core'] } },
    only('core-knows-no-shell', core, core, 'The core does not know who uses it.'),
    only('api-is-a-leaf', '^src/api/', '^src/api/', 'The wire contract depends on nothing of ours.'),
    only('shared-knows-model-only', '^src/shared/', '^src/(shared|core/(model|catalogue))/', 'Both sides of the wire see it: keep it small.'),
    only('node-adapters', '^src/node/', '^src/(node|api|core)/', 'Adapters implement ports; they know no shell.'),
    only('engine', '^src/engine/', '^src/(engine|node|core|shared|api)/', 'The engine joins core and adapters; it knows no shell.'),
    only('main-is-thin', '^src/main/', '^src/(main|shared|core/model|node/(paths|bug-report|private-file))', 'The main process opens windows and passes messages; the work is in the engine.'),
    only('preload-bridge-only', '^src/preload/', '^src/(preload/|shared/ipc/bridge\\.ts)', 'A sandboxed preload bundles what it imports: the contract would make it 450 KB.'),
    only('renderer', '^src/renderer/', '^src/(renderer|shared|core/(model|catalogue))/', 'The window shows; it does not decide.'),
    only('cli', '^src/cli/', '^src/(cli|engine|shared|core/(model|catalogue)|node)/|^src/core/ports(-journal)?\\.ts$', 'The command line is a thin shell over the engine.'),
    only('sandbox-is-independent', '^src/sandbox/', '^src/(sandbox|api)/', 'The judge shares the wire contract with the client and nothing else.'),
    { name: 'electron-in-shells', severity: 'error', comment: 'Only the Electron shells know Electron.', from: { pathNot: '^src/(main|preload|engine/utility-process)' }, to: { path: 'node_modules/electron/' } },
    { name: 'react-in-window', severity: 'error', comment: 'Only the window knows React.', from: { pathNot: '^src/renderer' }, to: { path: 'node_modules/react' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
}
