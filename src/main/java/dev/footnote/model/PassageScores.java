package dev.footnote.model;

import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that the reader says of one question and one passage: how likely each token begins or ends the answer, how likely
 * there is none, and what the passage says to the question if it is a claim or a yes/no question. Places count UTF-16
 * code units of the passage. Immutable.
 */
public final class PassageScores {

    /** The longest answer that is looked for, in tokens. */
    public static final int LONGEST_ANSWER = 30;

    private static final double MOST_ODDS = 8;

    private final int[] tokenStarts;
    private final int[] tokenEnds;
    private final float[] starts;
    private final float[] ends;
    private final float startOfNone;
    private final float endOfNone;
    private final Stance stance;
    private final float[] state;
    private final double allStarts;
    private final double allEnds;

    /**
     * @param tokenStarts where each token of the passage begins
     * @param tokenEnds where each ends
     * @param starts the logit of each token as the answer's first
     * @param ends the logit of each as its last
     * @param startOfNone the start logit that stands for "no answer here"
     * @param endOfNone the end logit that stands for it
     * @param stance what the passage says to the question taken as a claim
     */
    public PassageScores(
            int[] tokenStarts,
            int[] tokenEnds,
            float[] starts,
            float[] ends,
            float startOfNone,
            float endOfNone,
            Stance stance) {
        this(tokenStarts, tokenEnds, starts, ends, startOfNone, endOfNone, stance, new float[0]);
    }

    /**
     * The same with the reader's state.
     *
     * @param state see {@link #state()}
     */
    public PassageScores(
            int[] tokenStarts,
            int[] tokenEnds,
            float[] starts,
            float[] ends,
            float startOfNone,
            float endOfNone,
            Stance stance,
            float[] state) {
        if (tokenEnds.length != tokenStarts.length
                || starts.length != tokenStarts.length
                || ends.length != tokenStarts.length) {
            throw new IllegalArgumentException("Each token of a passage needs a start, an end and two logits");
        }
        this.tokenStarts = tokenStarts.clone();
        this.tokenEnds = tokenEnds.clone();
        this.starts = starts.clone();
        this.ends = ends.clone();
        this.startOfNone = startOfNone;
        this.endOfNone = endOfNone;
        this.stance = stance;
        this.state = state.clone();
        this.allStarts = logSum(starts, 0, starts.length, startOfNone);
        this.allEnds = logSum(ends, 0, ends.length, endOfNone);
    }

    /** What the passage says to the question taken as a claim; meaningless for other questions. */
    public Stance stance() {
        return stance;
    }

    /**
     * What the reader's last layer holds of question and passage as a whole: 384 numbers that mean nothing by
     * themselves, but from which can be learned whether the passage answers; empty if the reader does not give it.
     */
    public float[] state() {
        return state.clone();
    }

    /**
     * What was learned from such states says of this one: the logarithm of the odds, from -8 to 8, as no state alone is
     * to decide; 0 where it was learned from the states of another reader.
     */
    public double odds(LogisticModel learned) {
        return state.length == 0 || state.length != learned.weights().size()
                ? 0
                : Math.max(-MOST_ODDS, Math.min(MOST_ODDS, learned.odds(state)));
    }

    /** How many tokens of the passage were read. */
    public int size() {
        return tokenStarts.length;
    }

    /** The best words of the whole passage; empty only for a passage without a visible character. */
    public Optional<ScoredSpan> best() {
        return best(new Span(0, Integer.MAX_VALUE));
    }

    /** The best words inside a part of the passage, such as a sentence; empty where no token begins in it. */
    public Optional<ScoredSpan> best(Span within) {
        double best = Double.NEGATIVE_INFINITY;
        int bestFirst = -1;
        int bestLast = -1;
        int from = firstToken(within.start());
        int to = firstToken(within.end());
        for (int first = from; first < to; first++) {
            int limit = Math.min(to, first + LONGEST_ANSWER);
            for (int last = first; last < limit; last++) {
                double score = (double) starts[first] + ends[last];
                if (score > best) {
                    best = score;
                    bestFirst = first;
                    bestLast = last;
                }
            }
        }
        return bestFirst < 0
                ? Optional.empty()
                : Optional.of(new ScoredSpan(new Span(tokenStarts[bestFirst], tokenEnds[bestLast]), best - none()));
    }

    /**
     * The best words of the passage that do not overlap: the best of all, then the best of what is beside it, and so on.
     *
     * @param most how many at most
     */
    public List<ScoredSpan> bestApart(int most) {
        List<ScoredSpan> spans = new ArrayList<>();
        boolean[] taken = new boolean[starts.length];
        while (spans.size() < most) {
            double best = Double.NEGATIVE_INFINITY;
            int bestFirst = -1;
            int bestLast = -1;
            for (int first = 0; first < taken.length; first++) {
                int limit = Math.min(taken.length, first + LONGEST_ANSWER);
                for (int last = first; last < limit && !taken[last]; last++) {
                    double score = (double) starts[first] + ends[last];
                    if (score > best) {
                        best = score;
                        bestFirst = first;
                        bestLast = last;
                    }
                }
            }
            if (bestFirst < 0) {
                break;
            }
            Arrays.fill(taken, bestFirst, bestLast + 1, true);
            spans.add(new ScoredSpan(new Span(tokenStarts[bestFirst], tokenEnds[bestLast]), best - none()));
        }
        return spans;
    }

    /** The logarithm of the share of all start scores, "no answer" included, that falls on a part of the passage. */
    public double startShare(Span within) {
        return share(starts, within, allStarts);
    }

    /** The logarithm of the share of all end scores, "no answer" included, that falls on a part of the passage. */
    public double endShare(Span within) {
        return share(ends, within, allEnds);
    }

    /** The logarithm of the share of "no answer here", the mean of start and end. */
    public double noneShare() {
        return (startOfNone - allStarts + endOfNone - allEnds) / 2;
    }

    private double none() {
        return (double) startOfNone + endOfNone;
    }

    private double share(float[] logits, Span within, double all) {
        int from = firstToken(within.start());
        int to = firstToken(within.end());
        return from >= to ? Double.NEGATIVE_INFINITY : logSum(logits, from, to, Float.NEGATIVE_INFINITY) - all;
    }

    /** The first token that begins at an offset or behind it. */
    private int firstToken(int offset) {
        int at = 0;
        while (at < tokenStarts.length && tokenStarts[at] < offset) {
            at++;
        }
        return at;
    }

    private static double logSum(float[] logits, int from, int to, float beside) {
        double most = beside;
        for (int i = from; i < to; i++) {
            most = Math.max(most, logits[i]);
        }
        double sum = Math.exp(beside - most);
        for (int i = from; i < to; i++) {
            sum += Math.exp(logits[i] - most);
        }
        return most + Math.log(sum);
    }

    /** The scores as numbers, for what keeps them: see {@link #of(float[])}. */
    public float[] toArray() {
        int n = size();
        int head = 6 + state.length;
        float[] all = new float[head + 4 * n];
        all[0] = (float) stance.yes();
        all[1] = (float) stance.no();
        all[2] = (float) stance.open();
        all[3] = startOfNone;
        all[4] = endOfNone;
        all[5] = state.length;
        System.arraycopy(state, 0, all, 6, state.length);
        for (int i = 0; i < n; i++) {
            all[head + i] = tokenStarts[i];
            all[head + n + i] = tokenEnds[i];
        }
        System.arraycopy(starts, 0, all, head + 2 * n, n);
        System.arraycopy(ends, 0, all, head + 3 * n, n);
        return all;
    }

    /** The scores that {@link #toArray()} made numbers of. */
    public static PassageScores of(float[] all) {
        int head = 6 + (int) all[5];
        int n = (all.length - head) / 4;
        int[] tokenStarts = new int[n];
        int[] tokenEnds = new int[n];
        for (int i = 0; i < n; i++) {
            tokenStarts[i] = (int) all[head + i];
            tokenEnds[i] = (int) all[head + n + i];
        }
        return new PassageScores(
                tokenStarts,
                tokenEnds,
                Arrays.copyOfRange(all, head + 2 * n, head + 3 * n),
                Arrays.copyOfRange(all, head + 3 * n, head + 4 * n),
                all[3],
                all[4],
                new Stance(all[0], all[1], all[2]),
                Arrays.copyOfRange(all, 6, head));
    }
}
