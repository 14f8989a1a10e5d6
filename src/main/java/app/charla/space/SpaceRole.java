package app.charla.space;

/** The role of a member in a space, which decides their permissions. */
public enum SpaceRole {
    /** May do everything, including downloading and deleting the space and changing roles. */
    OWNER,
    /** May change its settings, issue invites and remove plain members. */
    ADMIN,
    /** May take part. */
    MEMBER;

    /** Returns whether this role manages the space. */
    public boolean mayManage() {
        return this != MEMBER;
    }
}
