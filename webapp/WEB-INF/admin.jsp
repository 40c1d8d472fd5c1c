<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<!doctype html>
<%-- The shell of the admin page. Its words come from js/admin/text.*.js by the names in data-text, data-label and data-placeholder. --%>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Parley · Administration</title>
  <link rel="icon" type="image/svg+xml" href="favicon.svg">
  <link rel="stylesheet" href="${assets.base}/css/base.css">
  <link rel="stylesheet" href="${assets.base}/css/admin.css">
  <script type="importmap" nonce="${nonce}">${assets.importMap}</script>
  <script type="module" async blocking="render" src="${assets.base}/js/early.js"></script>
<c:forEach items="${assets.modules.admin}" var="module">
  <link rel="modulepreload" href="${module}">
</c:forEach>
  <script type="module" src="${assets.base}/js/admin/page.js"></script>
</head>
<body>
  <header class="admin-bar">
    <h1 data-text="heading"></h1>
    <p class="hint" id="running"></p>
    <a href="." data-text="toChat"></a>
  </header>
  <nav class="admin-nav" data-label="sections">
    <a href="#figures" data-text="figures"></a>
    <a href="#here" data-text="here"></a>
    <a href="#act" data-text="act"></a>
    <a href="#moderation" data-text="moderate"></a>
    <a href="#bots" data-text="bots"></a>
    <a href="#settings" data-text="settings"></a>
  </nav>
  <main class="admin-main">
    <p class="problem" id="trouble" role="alert"></p>
    <p class="done" id="done" role="status"></p>
    <section id="figures" aria-labelledby="figures-title">
      <h2 id="figures-title" data-text="figures"></h2>
      <div id="states"></div>
      <div class="charts" id="charts"></div>
      <div id="counts"></div>
    </section>
    <section id="here" aria-labelledby="here-title">
      <h2 id="here-title" data-text="here"></h2>
      <label for="query" data-text="query"></label>
      <input id="query" type="search" autocomplete="off" spellcheck="false">
      <div id="connections"></div>
      <div id="people"></div>
      <div id="rooms"></div>
    </section>
    <section id="act" aria-labelledby="act-title">
      <h2 id="act-title" data-text="act"></h2>
      <div id="acts"></div>
    </section>
    <section id="moderation" aria-labelledby="moderation-title">
      <h2 id="moderation-title" data-text="moderate"></h2>
      <div id="sanctions"></div>
      <div id="doors-table"></div>
      <div id="audit-log"></div>
    </section>
    <section id="bots" aria-labelledby="bots-title">
      <h2 id="bots-title" data-text="bots"></h2>
      <p class="hint" data-text="botsHint"></p>
      <div id="tokens"></div>
      <div class="acts" id="make-token"></div>
    </section>
    <section id="settings" aria-labelledby="settings-title">
      <h2 id="settings-title" data-text="settings"></h2>
      <p class="hint" data-text="settingsHint"></p>
      <div id="settings-table"></div>
    </section>
  </main>
  <dialog id="moderate" aria-labelledby="moderate-title" closedby="any"></dialog>
  <dialog id="doors" aria-labelledby="doors-title" closedby="any">
    <div class="act">
      <h2 id="doors-title"></h2>
      <p class="problem" id="doors-trouble" role="alert"></p>
      <p class="done" id="doors-done" role="status"></p>
      <div class="doors" id="doors-rule"></div>
    </div>
  </dialog>
  <dialog id="sure" role="alertdialog" aria-labelledby="sure-title" aria-describedby="sure-effect" closedby="any"></dialog>
  <%-- A click beside it does not close it: what it shows is shown once --%>
  <dialog id="secret" aria-labelledby="secret-title"></dialog>
  <noscript><p class="noscript">Parley needs JavaScript. Please switch it on for this page.</p></noscript>
</body>
</html>
