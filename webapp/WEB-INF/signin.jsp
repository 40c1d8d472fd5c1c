<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:set var="root" value="${pageContext.request.contextPath}"/>
<!doctype html>
<%-- Asks for name and password, with or without scripts. SignInServlet has its words; the server itself takes what is sent. --%>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title><c:out value="${words.title}"/></title>
  <link rel="icon" type="image/svg+xml" href="${root}/favicon.svg">
  <link rel="stylesheet" href="${assets.base}/css/base.css">
  <link rel="stylesheet" href="${assets.base}/css/frame.css">
  <script type="module" async blocking="render" src="${assets.base}/js/early.js"></script>
</head>
<body>
  <header class="bar">
    <p class="brand">
      <svg class="brand-sign" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M6 3h20a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4zM9 9v2.6h14V9zm0 5.2v2.6h9v-2.6z"/>
      </svg>
      <span>Parley</span>
    </p>
  </header>

  <main class="main">
    <form class="login" method="post" action="${root}/j_security_check">
      <h1><c:out value="${words.heading}"/></h1>
      <p class="hint"><c:out value="${words.hint}"/></p>
<c:if test="${problem != null}">
      <p class="problem" id="problem" role="alert"><c:out value="${words[problem]}"/></p>
</c:if>
      <label for="name"><c:out value="${words.name}"/></label>
      <input id="name" name="j_username" type="text" required autocomplete="username" autocapitalize="none"
             spellcheck="false" autofocus value="${fn:escapeXml(param.j_username)}"
             <c:if test="${problem != null}">aria-invalid="${problem == 'problem'}" aria-describedby="problem"</c:if>>
      <label for="password"><c:out value="${words.password}"/></label>
      <input id="password" name="j_password" type="password" required autocomplete="current-password"
             <c:if test="${problem != null}">aria-invalid="${problem == 'problem'}" aria-describedby="problem"</c:if>>
      <input type="hidden" name="lang" value="${lang}">
      <button type="submit" class="primary"><c:out value="${words.submit}"/></button>
      <a href="${root}/"><c:out value="${guests ? words.asGuest : words.back}"/></a>
    </form>
  </main>
</body>
</html>
