package chat.parley.swarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands at each seq of the room by the word of whoever saw it first, and everything that contradicts.
 *
 * <p><b>Concurrency:</b> the swarm's thread notes, any other may ask for the faults.
 */
final class Ledger {

    private static final int TOLD = 20;

    private final Set<Long> messages = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private long[] bySeq = new long[1 << 12];

    /** Somebody saw this message at this seq. */
    void note(String who, long seq, long talker, long number) {
        int index = Math.toIntExact(seq);
        if (index >= bySeq.length) {
            bySeq = Arrays.copyOf(bySeq, Math.max(index + 1, 2 * bySeq.length));
        }
        // Never 0, which stands for unseen.
        long message = (talker + 1) << 32 | number;
        if (bySeq[index] == 0) {
            bySeq[index] = message;
            if (!messages.add(message)) {
                fault(who + " sees message " + number + " of talker " + talker + " at a second place, seq " + seq);
            }
        } else if (bySeq[index] != message) {
            fault(who + " sees message " + number + " of talker " + talker + " at seq " + seq
                    + " where others saw another");
        }
    }

    synchronized void fault(String what) {
        if (faults.size() < TOLD) {
            faults.add(what);
        }
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }
}
