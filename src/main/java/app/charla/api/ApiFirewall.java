package app.charla.api;

import app.charla.api.json.ApiPaths;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/**
 * The usual firewall, which looks for tricks in the address and in every header that is read; but an address of this
 * door that is made of letters, digits and slashes has no room for any, and no header of it leads to a page. Each
 * message passes here, and the search costs more than finding out whose token it carries.
 */
@Component
class ApiFirewall extends StrictHttpFirewall {

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return isPlain(request.getRequestURI()) ? new Plain(request) : super.getFirewalledRequest(request);
    }

    private static boolean isPlain(String address) {
        return address.startsWith(ApiPaths.ROOT + '/')
                && !address.contains("//")
                && address.chars().allMatch(ApiFirewall::isPlain);
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '/'
                || character == '-';
    }

    private static final class Plain extends FirewalledRequest {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public void reset() {
            // nothing was changed
        }
    }
}
