package app.charla.account;

/** A person changed or removed their avatar. Published after the commit. */
public record AvatarChanged(Profile person) {}
