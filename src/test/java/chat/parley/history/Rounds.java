package chat.parley.history;

import java.util.Arrays;
import java.util.List;

/** Measures one thing against another on a machine that others use too: in turns, and of many turns the median. */
final class Rounds {
    private Rounds() {}

    /** One turn of something, and its figure. */
    interface Turn {
        double figure() throws Exception;
    }

    /** The medians, in the order of what was measured. What comes first warms up and does not count. */
    static double[] medians(int rounds, Turn... turns) throws Exception {
        double[][] figures = new double[turns.length][rounds];
        for (int round = -2; round < rounds; round++) {
            for (int turn = 0; turn < turns.length; turn++) {
                double figure = turns[turn].figure();
                if (round >= 0) {
                    figures[turn][round] = figure;
                }
            }
        }
        return Arrays.stream(figures).mapToDouble(Rounds::median).toArray();
    }

    private static double median(double[] figures) {
        return median(Arrays.stream(figures).boxed().toList());
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
