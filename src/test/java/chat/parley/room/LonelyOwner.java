package chat.parley.room;

/** A connection that is in no room, and counts what its outbox says of it. */
final class LonelyOwner implements Outbox.Owner {
    int lost;
    int tooSlow;

    @Override
    public Memberships memberships() {
        return new Memberships();
    }

    @Override
    public void lost() {
        lost++;
    }

    @Override
    public void tooSlow() {
        tooSlow++;
    }
}
