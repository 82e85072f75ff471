/** What the page shows before a file is verified. Its elements' ids are what the browser part looks for. */
export const VERIFY_PAGE_BODY = `<main>
<h1>Verify an Assay ledger</h1>
<p>Checks an exported audit log (<code>.assay-ledger.jsonl</code>) on this computer: that nothing in it was changed,
left out or rewritten since it was signed. The file does not leave this computer, and no network is needed.</p>
<noscript><p class="error">This page needs JavaScript, which is switched off in this browser.</p></noscript>
<form id="form" novalidate>
<label for="key">Verifier key</label>
<p class="soft" id="key-help">Take it from a person or page that you trust, not from the file. It looks like
assay/…+1a2b3c4d+AQ…</p>
<p class="soft" id="key-given" hidden>It came with the link that opened this page. Compare it with a copy that you keep
elsewhere: who changed the file could have changed the link, too.</p>
<textarea id="key" rows="3" autocomplete="off" spellcheck="false" required
aria-describedby="key-help key-given key-error"></textarea>
<p class="error" id="key-error" role="alert" hidden></p>
<div class="drop" id="drop">
<label for="file">Export file</label>
<input type="file" id="file" required aria-describedby="file-help file-error">
<p class="soft" id="file-help">Choose the file, or drop it here.</p>
<p class="error" id="file-error" role="alert" hidden></p>
</div>
<button type="submit" id="start">Verify</button>
<button type="button" class="plain" id="stop" hidden>Stop</button>
</form>
<section class="result" id="running" hidden>
<label for="progress">Verifying</label>
<progress id="progress" max="100" value="0"></progress>
<p class="soft" id="progress-text"></p>
</section>
<section class="result" id="result" aria-labelledby="result-title" hidden>
<h2 id="result-title" tabindex="-1">Result</h2>
<p class="verdict" id="verdict"></p>
<dl id="facts"></dl>
<div id="problems" hidden>
<h2 id="problems-title">Problems</h2>
<ol id="problem-list"></ol>
</div>
<button type="button" class="plain" id="save">Save the report as JSON</button>
</section>
<p id="live" class="soft" role="status"></p>
</main>`;
