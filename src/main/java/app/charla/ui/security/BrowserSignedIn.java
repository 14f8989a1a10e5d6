package app.charla.ui.security;

import app.charla.account.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Somebody has just proved who they are at this browser, in whatever way. Published on the thread of the request, before
 * its answer is sent.
 */
public record BrowserSignedIn(Session session, HttpServletRequest request, HttpServletResponse response) {}
