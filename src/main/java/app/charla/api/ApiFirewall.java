package app.charla.api;

import app.charla.api.json.ApiPaths;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/**
 * HTTP firewall that skips the checks of Spring Security for REST paths of letters, digits, hyphens and slashes only: such
 * a path has no room for an attack, and no header of the API ends up in a page. Every message passes here, and the checks
 * cost more than authenticating the token.
 */
@Component
class ApiFirewall extends StrictHttpFirewall {

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return isPlain(request.getRequestURI()) ? new PlainPathRequest(request) : super.getFirewalledRequest(request);
    }

    private static boolean isPlain(String path) {
        return path.startsWith(ApiPaths.ROOT + '/')
                && !path.contains("//")
                && path.chars().allMatch(ApiFirewall::isPlain);
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '/'
                || character == '-';
    }

    private static final class PlainPathRequest extends FirewalledRequest {

        PlainPathRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public void reset() {
            // nothing was changed
        }
    }
}
