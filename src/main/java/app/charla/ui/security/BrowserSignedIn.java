package app.charla.ui.security;

import app.charla.account.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Spring event: a person has signed in at this browser, by any method. Published on the thread of the request, before
 * its response is sent.
 */
public record BrowserSignedIn(Session session, HttpServletRequest request, HttpServletResponse response) {}
