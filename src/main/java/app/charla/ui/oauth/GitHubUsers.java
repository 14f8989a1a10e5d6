package app.charla.ui.oauth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Identity of a GitHub account. GitHub gives the e-mail addresses at an address of their own. */
@Component
class GitHubUsers implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

    private final ProviderHttp http;
    private final DefaultOAuth2UserService users = new DefaultOAuth2UserService();

    GitHubUsers(ProviderHttp http) {
        this.http = http;
        users.setRestOperations(http.template());
    }

    /** One e-mail address of an account. */
    private record Email(String email, boolean primary, boolean verified) {}

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        OAuth2User user = users.loadUser(request);
        Map<String, Object> attributes = new HashMap<>(user.getAttributes());
        attributes.remove("email"); // the public one, of which nothing is said whether it is verified
        emails(request).stream().filter(Email::primary).findFirst().ifPresent(primary -> {
            attributes.put("email", primary.email());
            attributes.put("email_verified", primary.verified());
        });
        return new DefaultOAuth2User(user.getAuthorities(), attributes, "id");
    }

    private List<Email> emails(OAuth2UserRequest request) {
        String address = request.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri() + "/emails";
        try {
            List<Email> emails = http.client()
                    .build()
                    .get()
                    .uri(address)
                    .headers(headers ->
                            headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                    .retrieve()
                    .body(new ParameterizedTypeReference<>() {});
            return Objects.requireNonNullElse(emails, List.of());
        } catch (RestClientException silence) {
            throw new ProviderException(SignInError.DOWN, silence);
        }
    }
}
