package dev.footnote.english;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The forms of an English verb, in lower case.
 *
 * @param base "rise"
 * @param third "rises"
 * @param past "rose"
 * @param participle "risen"
 * @param gerund "rising"
 */
record VerbForms(String base, String third, String past, String participle, String gerund) {

    /** Past and participle of irregular verbs. */
    private static final Map<String, List<String>> IRREGULAR = irregular(
            """
            begin/began/begun break/broke/broken build/built/built buy/bought/bought come/came/come cut/cut/cut
            fall/fell/fallen find/found/found forbid/forbade/forbidden forget/forgot/forgotten freeze/froze/frozen
            give/gave/given go/went/gone grow/grew/grown hide/hid/hidden keep/kept/kept lend/lent/lent let/let/let
            leave/left/left lose/lost/lost quit/quit/quit rise/rose/risen sell/sold/sold send/sent/sent show/showed/shown
            shrink/shrank/shrunk shut/shut/shut sink/sank/sunk spend/spent/spent take/took/taken win/won/won
            withdraw/withdrew/withdrawn
            """);

    /** Longer verbs that double their last letter, for they are stressed at the end. */
    private static final Set<String> STRESSED_AT_THE_END = WordClass.union(
            """
            abet abhor acquit admit allot annul befit begin commit compel concur confer control debar defer deter dispel emit
            equip excel expel forbid forget impel incur infer occur omit outwit patrol permit prefer propel rebel rebut recur
            refer regret remit repel submit transfer transmit
            """);

    /** One syllable that ends in a consonant behind a single vowel: "stop", "quit"; not "fix", "show" or "play". */
    private static final Pattern SHORT_SYLLABLE = Pattern.compile("^(?:qu|[^aeiouy])*+[aeiouy][^aeiouwxy]$");

    /** The forms of a verb, given as it stands after "to". */
    static VerbForms of(String base) {
        boolean silent = base.endsWith("e") && !base.endsWith("ee");
        boolean toI = base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0;
        String root = silent ? base.substring(0, base.length() - 1) : base;
        boolean doubles = STRESSED_AT_THE_END.contains(base)
                || SHORT_SYLLABLE.matcher(base).matches();
        String doubled = doubles ? base + base.charAt(base.length() - 1) : root;
        String soft = toI ? base.substring(0, base.length() - 1) + "i" : doubled;
        boolean hissing = Stream.of("s", "sh", "ch", "x", "z", "o").anyMatch(base::endsWith);
        String third = toI || hissing ? (toI ? soft : base) + "es" : base + "s";
        List<String> irregular = IRREGULAR.get(base);
        String regular = base.endsWith("e") ? base + "d" : soft + "ed";
        return new VerbForms(
                base,
                third,
                irregular == null ? regular : irregular.get(0),
                irregular == null ? regular : irregular.get(1),
                doubled + "ing");
    }

    /** Base, third person, past, participle and gerund. */
    List<String> all() {
        return List.of(base, third, past, participle, gerund);
    }

    private static Map<String, List<String>> irregular(String list) {
        Map<String, List<String>> verbs = new HashMap<>();
        for (String verb : list.strip().split("\\s+", -1)) {
            String[] forms = verb.split("/", -1);
            verbs.put(forms[0], List.of(forms[1], forms[2]));
        }
        return Map.copyOf(verbs);
    }
}
