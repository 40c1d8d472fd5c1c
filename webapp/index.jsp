<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%-- What browsers may do with it is said by SecurityHeadersFilter, for this page and every other. --%>
<% response.setHeader("Cache-Control", "no-cache"); %>
<!doctype html>
<%-- The shell. Its words come from js/text/text.*.js by the names in data-text, data-label and data-placeholder. --%>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
  <meta name="color-scheme" content="light dark">
  <title>Parley</title>
  <link rel="icon" type="image/svg+xml" href="favicon.svg" id="icon">
  <link rel="stylesheet" href="${assets.base}/css/base.css">
  <link rel="stylesheet" href="${assets.base}/css/frame.css">
  <link rel="stylesheet" href="${assets.base}/css/conversation.css">
  <script type="importmap" nonce="${nonce}">${assets.importMap}</script>
  <script type="module" async blocking="render" src="${assets.base}/js/early.js"></script>
<c:forEach items="${assets.modules.chat}" var="module">
  <link rel="modulepreload" href="${module}">
</c:forEach>
  <script type="module" src="${assets.base}/js/page.js"></script>
</head>
<%-- Who reads it, as the server knows them; nobody's name where they are a guest --%>
<body data-member="${fn:escapeXml(member)}">
  <header class="bar">
    <button type="button" class="bar-button drawer-button" id="show-rooms" popovertarget="rooms" aria-expanded="false" hidden>
      <span data-icon="rooms"></span>
      <span class="bar-words" data-text="rooms"></span>
      <span class="badges" id="unread-total"></span>
    </button>
    <h1 class="brand">
      <svg class="brand-sign" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M6 3h20a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4zM9 9v2.6h14V9zm0 5.2v2.6h9v-2.6z"/>
      </svg>
      <span data-text="product"></span>
    </h1>
    <div class="state" id="state" data-phase="idle">
      <span class="state-dot" aria-hidden="true"></span>
      <p class="state-words" role="status" id="state-words"></p>
      <span id="state-countdown" aria-hidden="true"></span>
      <button type="button" class="small" id="state-action" hidden></button>
    </div>
    <div class="bar-end">
      <button type="button" class="bar-button drawer-button" id="show-people" popovertarget="people" aria-expanded="false" hidden>
        <span data-icon="people"></span>
        <span class="bar-words" data-text="people"></span>
      </button>
      <button type="button" class="bar-button" id="show-help" aria-haspopup="dialog">
        <span data-icon="help"></span>
        <span class="bar-words" data-text="help"></span>
      </button>
      <button type="button" class="bar-button" id="show-settings" aria-haspopup="dialog">
        <span data-icon="settings"></span>
        <span class="bar-words" data-text="settings"></span>
      </button>
    </div>
  </header>

  <main class="main">
    <form class="login" id="login" novalidate hidden>
      <h2 data-text="nameHeading"></h2>
<c:if test="${guests}">
      <label for="name" data-text="nameLabel"></label>
      <input id="name" name="name" type="text" maxlength="64" autocomplete="nickname" spellcheck="false"
             aria-describedby="name-hint name-problem">
      <p class="hint" id="name-hint" data-text="nameHint"></p>
</c:if>
      <p class="problem" id="name-problem" role="alert"></p>
<c:if test="${guests}">
      <button type="submit" class="primary" data-text="enter"></button>
</c:if>
      <p class="hint" data-text="${guests ? 'signInHint' : 'membersOnly'}"></p>
      <a id="sign-in" href="signin" data-text="signIn"></a>
    </form>

    <div class="chat" id="chat" hidden>
      <section class="side rooms" id="rooms" aria-labelledby="rooms-title">
        <div class="side-head">
          <h2 id="rooms-title" data-text="rooms"></h2> <span class="count" id="room-count"></span>
          <button type="button" class="icon-button drawer-close" popovertarget="rooms" popovertargetaction="hide" data-label="close">
            <span data-icon="close"></span>
          </button>
        </div>
        <ul class="room-list" id="room-list" role="list"></ul>
        <form class="join" id="join" novalidate>
          <label for="room" data-text="roomLabel"></label>
          <div class="field">
            <input id="room" name="room" type="text" maxlength="80" autocomplete="off" autocapitalize="none"
                   spellcheck="false" data-placeholder="roomPlaceholder" list="rooms-left" aria-describedby="room-problem">
            <datalist id="rooms-left"></datalist>
            <button type="submit" data-text="join"></button>
          </div>
          <p class="problem" id="room-problem" role="alert"></p>
          <button type="button" class="quiet small" id="find-room" aria-haspopup="dialog" data-text="findRoom"></button>
        </form>
        <div class="me" id="me">
          <span id="me-avatar"></span>
          <span class="visually-hidden" data-text="signedInAs"></span>
          <bdi class="me-name" id="me-name"></bdi>
<c:choose>
<c:when test="${empty member}">
          <button type="button" class="quiet small" id="change-name" aria-haspopup="dialog" data-text="changeName"></button>
</c:when>
<c:otherwise>
          <form id="sign-out-form" method="post" action="signout">
            <input type="hidden" name="token" value="${signOutToken}">
            <button type="submit" class="quiet small" id="sign-out" data-text="signOut"></button>
          </form>
</c:otherwise>
</c:choose>
        </div>
      </section>

      <section class="side people" id="people" aria-labelledby="people-title">
        <div class="side-head">
          <h2 id="people-title" data-text="people"></h2> <span class="count" id="people-count"></span>
          <button type="button" class="icon-button drawer-close" popovertarget="people" popovertargetaction="hide" data-label="close">
            <span data-icon="close"></span>
          </button>
        </div>
        <p class="hint" id="people-hint" hidden data-text="namesHidden"></p>
        <ul class="people-list" id="people-list" role="list"></ul>
      </section>

      <section class="conversation" id="conversation" aria-labelledby="room-title">
        <div class="conversation-head">
          <h2 class="room-title" id="room-title" aria-live="polite"></h2>
          <p class="topic" id="topic" dir="auto" tabindex="0" hidden></p>
          <button type="button" class="quiet small" id="leave" data-text="leave"></button>
        </div>
        <p class="problem" id="conversation-problem" role="alert"></p>
        <p class="hint passing" id="passing" data-text="passing" hidden></p>
        <div class="log-place" id="log-place"></div>
        <button type="button" class="small to-newest" id="to-newest" data-text="toNewest" hidden></button>
        <p class="typing" id="typing"></p>
        <form class="composer" id="composer" novalidate>
          <label class="visually-hidden" for="say" data-text="sayLabel"></label>
          <ul class="offers" id="offers" role="listbox" data-label="offersLabel" hidden></ul>
          <p class="visually-hidden" id="offers-told" role="status"></p>
          <textarea id="say" name="say" rows="1" dir="auto" data-placeholder="sayLabel" aria-autocomplete="list"
                    aria-controls="offers" aria-describedby="say-count say-problem"></textarea>
          <button type="submit" class="primary" data-text="say"></button>
          <p class="problem" id="say-problem" role="alert"></p>
          <p class="hint" id="say-count"></p>
          <div id="say-more"></div>
        </form>
      </section>
    </div>
  </main>

  <dialog class="dialog" id="settings" aria-labelledby="settings-title" closedby="any"></dialog>
  <dialog class="dialog" id="moderation" aria-labelledby="moderation-title" closedby="any"></dialog>
  <dialog class="dialog" id="rename" aria-labelledby="rename-title" closedby="any"></dialog>
  <dialog class="dialog" id="leaving" aria-labelledby="leaving-title" closedby="any"></dialog>
  <dialog class="dialog" id="directory" aria-labelledby="directory-title" closedby="any"></dialog>
  <dialog class="dialog" id="help" aria-labelledby="help-title" closedby="any"></dialog>

  <noscript><p class="noscript">Parley needs JavaScript. Please switch it on for this page.</p></noscript>
</body>
</html>
