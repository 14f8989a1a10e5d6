package app.charla.space;

/** What somebody may do in a space. */
public enum SpaceRole {
    /** Everything, also download and delete the space and name owners. */
    OWNER,
    /** Change its settings, invite, remove plain members. */
    ADMIN,
    /** Be in it. */
    MEMBER;

    /** Whether this role looks after the space. */
    public boolean mayManage() {
        return this != MEMBER;
    }
}
