package dev.footnote.evaluation.fit;

import dev.footnote.verification.VerificationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a fit of the check, each on texts that were left out of it. */
final class ClaimFitReport {

    private static final int BINS = 10;

    private final VerificationModel model;
    private final List<ClaimFit.HeldOutClaim> heldOut;

    ClaimFitReport(ClaimFit.FittedCheck fitted) {
        this.model = fitted.model();
        this.heldOut = fitted.heldOut();
    }

    String print() {
        double from = model.supportedFrom();
        double right = ClaimFit.share(heldOut, each -> each.trial().supported(), from);
        double wrong = ClaimFit.share(heldOut, each -> !each.trial().supported(), from);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "The check, each text left out once: supported from %.2f, partly from %.2f. %d claims, right and wrong"
                        + " counted alike: balanced accuracy %.1f%%, recall %.1f%%, one thing changed called supported"
                        + " %.1f%%, calibration error %.3f",
                from,
                model.partialFrom(),
                heldOut.size(),
                50 * (right + 1 - wrong),
                100 * right,
                100
                        * ClaimFit.share(
                                heldOut,
                                each -> ClaimFit.CHANGED.contains(each.trial().kind()),
                                from),
                calibrationError()));
        Map<String, List<ClaimFit.HeldOutClaim>> kinds = heldOut.stream()
                .collect(Collectors.groupingBy(
                        each -> (each.trial().supported() ? "right: " : "wrong: ")
                                + each.trial().kind(),
                        TreeMap::new,
                        Collectors.toList()));
        kinds.forEach((kind, some) -> lines.add(String.format(
                Locale.ROOT,
                "  %-18s called supported %5.1f%%, partly or more %5.1f%% of %d",
                kind,
                100 * ClaimFit.share(some, each -> true, from),
                100 * ClaimFit.share(some, each -> true, model.partialFrom()),
                some.size())));
        return String.join(System.lineSeparator(), lines);
    }

    /** The mean distance of probability and share of right claims, over ten bins of equal width, by weight. */
    double calibrationError() {
        double[] said = new double[BINS];
        double[] came = new double[BINS];
        double all = 0;
        for (ClaimFit.HeldOutClaim each : heldOut) {
            int bin = Math.min(BINS - 1, (int) (each.probability() * BINS));
            said[bin] += each.weight() * each.probability();
            came[bin] += each.trial().supported() ? each.weight() : 0;
            all += each.weight();
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(said[bin] - came[bin]) / all;
        }
        return error;
    }
}
