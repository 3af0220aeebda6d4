import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';

const root = new URL('../../main/resources/public/', import.meta.url);
const modules = readdirSync(new URL('js/', root));
const code = (name) => readFileSync(new URL(`js/${name}`, root), 'utf8');

test('one module alone imports ECharts', () => {
    assert.deepEqual(
        modules.filter((name) => code(name).includes('/vendor/echarts')),
        ['charts.js'],
    );
});

test('no module makes markup or style from text', () => {
    const forbidden =
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|\.style\b/;
    assert.deepEqual(
        modules.filter((name) => forbidden.test(code(name))),
        [],
    );
});

test('the page holds no inline script or style, and the dashboard names no other host', () => {
    const page = readFileSync(new URL('index.html', root), 'utf8');
    assert.doesNotMatch(page, /\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/);
    const style = readFileSync(new URL('css/dashboard.css', root), 'utf8');
    for (const text of [page, style, ...modules.map(code)]) {
        assert.doesNotMatch(text, /https?:|@import|["'(]\/\//);
    }
});

test('the first view waits for no chain of modules: the page names all that it needs', () => {
    const needed = new Set();
    const add = (name) => {
        if (!needed.has(name)) {
            needed.add(name);
            [...code(name).matchAll(/^(?:import|\}).* from '\.\/([^']+)';$/gm)].forEach(([, other]) => add(other));
        }
    };
    ['main.js', 'overview.js'].forEach(add);
    const page = readFileSync(new URL('index.html', root), 'utf8');
    const named = [...page.matchAll(/(?:modulepreload" href|module" src)="\/js\/([^"]+)"/g)].map(([, name]) => name);
    assert.deepEqual(named.sort(), [...needed].sort());
});
