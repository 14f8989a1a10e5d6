package app.charla.account;

/** Somebody is known by another picture, or by none now. Published after the commit. */
public record AvatarChanged(Profile person) {}
