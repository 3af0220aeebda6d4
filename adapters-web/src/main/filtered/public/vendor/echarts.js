// A stable address for a file whose own address holds its version and is cached for ever.
export * from '/vendor/echarts/${echarts.version}/echarts.esm.min.js';
