package dev.footnote.english;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Verbs as they stand after "did", in lower case: those of {@code verbs.txt}, which are WordNet's commonest, and the
 * past of the irregular ones, as grammars list them.
 */
public final class BareVerbs {

    /** Base and past of the irregular verbs, but for the rare ones and those whose past is that of another verb. */
    private static final Map<String, String> IRREGULAR = pairs(
            """
            arise/arose awake/awoke be/was bear/bore beat/beat become/became begin/began bend/bent bet/bet bind/bound bite/bit
            bleed/bled blow/blew break/broke breed/bred bring/brought build/built burn/burnt burst/burst buy/bought
            cast/cast catch/caught choose/chose cling/clung come/came cost/cost creep/crept cut/cut deal/dealt dig/dug
            do/did draw/drew drink/drank drive/drove dwell/dwelt eat/ate fall/fell feed/fed feel/felt fight/fought find/found
            flee/fled fling/flung fly/flew forbid/forbade forget/forgot forgive/forgave freeze/froze get/got give/gave go/went
            grow/grew hang/hung have/had hear/heard hide/hid hit/hit hold/held hurt/hurt keep/kept kneel/knelt know/knew
            lay/laid lead/led leap/leapt learn/learnt leave/left lend/lent let/let lie/lay lose/lost make/made mean/meant
            meet/met overcome/overcame overthrow/overthrew pay/paid put/put quit/quit read/read rid/rid ride/rode ring/rang
            rise/rose run/ran say/said see/saw seek/sought sell/sold send/sent set/set shake/shook shed/shed shine/shone
            shoot/shot show/showed shrink/shrank shut/shut sing/sang sink/sank sit/sat sleep/slept slide/slid speak/spoke
            speed/sped spend/spent spin/spun spit/spat split/split spread/spread spring/sprang stand/stood steal/stole
            stick/stuck sting/stung stride/strode strike/struck strive/strove swear/swore sweep/swept swim/swam swing/swung
            take/took teach/taught tear/tore tell/told think/thought throw/threw thrust/thrust tread/trod
            undergo/underwent understand/understood undertake/undertook uphold/upheld upset/upset wake/woke wear/wore
            weave/wove weep/wept win/won withdraw/withdrew withhold/withheld withstand/withstood write/wrote
            """);

    private static final Set<String> BARE = WordFile.lines("verbs.txt").stream()
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> BY_PAST = byPast();

    private BareVerbs() {}

    /** Whether a word is such a verb. */
    public static boolean contains(String word) {
        return BARE.contains(word);
    }

    /** Whether a word is the past of an irregular verb, or ends like one of a regular verb. */
    public static boolean isPast(String word) {
        return IRREGULAR.containsValue(word) || word.length() > 4 && word.endsWith("ed");
    }

    /** The past of the irregular verbs where it differs from the verb, but for function words and "said". */
    static List<String> irregularPasts() {
        return IRREGULAR.entrySet().stream()
                .filter(verb -> !verb.getValue().equals(verb.getKey()))
                .map(Map.Entry::getValue)
                .filter(past -> !WordClass.isFunctionWord(past) && !past.equals("said"))
                .sorted()
                .toList();
    }

    /** The verb as it stands after "did", of its past; empty where it is not known, or is the same. */
    public static Optional<String> ofPast(String past) {
        return Optional.ofNullable(BY_PAST.get(past));
    }

    private static Map<String, String> byPast() {
        Map<String, String> byPast = new HashMap<>();
        BARE.stream()
                .filter(base -> !IRREGULAR.containsKey(base))
                .sorted()
                .forEach(base -> byPast.put(VerbForms.of(base).past(), base));
        IRREGULAR.entrySet().stream()
                .filter(verb ->
                        !verb.getValue().equals(verb.getKey()) && !verb.getKey().equals("be"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(verb -> byPast.put(verb.getValue(), verb.getKey()));
        return Map.copyOf(byPast);
    }

    private static Map<String, String> pairs(String list) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : list.strip().split("\\s+", -1)) {
            int slash = pair.indexOf('/');
            pairs.put(pair.substring(0, slash), pair.substring(slash + 1));
        }
        return Map.copyOf(pairs);
    }
}
