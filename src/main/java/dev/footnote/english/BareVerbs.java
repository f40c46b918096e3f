package dev.footnote.english;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verbs as they stand after "did": the irregular ones with their past, and the commonest regular ones. In lower case. */
public final class BareVerbs {

    /** Base and past of the irregular verbs that a question is likely to have. */
    private static final Map<String, String> IRREGULAR = pairs(
            """
            be/was beat/beat become/became begin/began bend/bent bind/bound bite/bit blow/blew break/broke bring/brought
            build/built burn/burnt buy/bought catch/caught choose/chose come/came cost/cost cut/cut deal/dealt dig/dug
            do/did draw/drew drink/drank drive/drove eat/ate fall/fell feed/fed feel/felt fight/fought find/found flee/fled
            fly/flew forbid/forbade forget/forgot forgive/forgave freeze/froze get/got give/gave go/went grow/grew
            hang/hung have/had hear/heard hide/hid hit/hit hold/held hurt/hurt keep/kept know/knew lay/laid lead/led
            learn/learnt leave/left lend/lent let/let lie/lay lose/lost make/made mean/meant meet/met pay/paid put/put
            quit/quit read/read ride/rode ring/rang rise/rose run/ran say/said see/saw seek/sought sell/sold send/sent
            set/set shake/shook shine/shone shoot/shot show/showed shrink/shrank shut/shut sing/sang sink/sank sit/sat
            sleep/slept speak/spoke spend/spent split/split spread/spread stand/stood steal/stole stick/stuck strike/struck
            swear/swore sweep/swept swim/swam swing/swung take/took teach/taught tear/tore tell/told think/thought
            throw/threw understand/understood wake/woke wear/wore win/won withdraw/withdrew write/wrote
            """);

    private static final Set<String> REGULAR = WordClass.union(
            """
            accept accuse achieve add admit adopt affect agree allow announce apologise apologize appear apply appoint approve
            argue arrest arrive ask attack attend ban believe belong benefit blame block borrow call cancel carry cause change
            charge claim clean close collapse compete complain complete confirm consider contain continue cover create cross
            cry damage decide declare decline deny die disagree discover drop employ end enjoy enter escape exist expect
            explain express face fail fear fill finish fire follow happen help hire hope hunt ignore improve include increase
            injure insist interview invent invite join jump kill last launch like live look love manage marry mention miss
            move need offer open order own pass plan play please prefer prevent produce promise protect prove provide
            publish raise reach receive recover reduce refuse reject release remain remove repair reopen replace reply report
            require rescue resign respond retire return save seem serve settle share sign spill stabilise start stay stop
            study succeed suffer suggest support survive swap talk test thank threaten touch treat try turn use veto visit
            vote wait walk want warn wish work
            """);

    private static final Map<String, String> BY_PAST = byPast();

    private BareVerbs() {}

    /** Whether a word is such a verb. */
    public static boolean contains(String word) {
        return IRREGULAR.containsKey(word) || REGULAR.contains(word);
    }

    /** Whether a word is the past of an irregular verb, or ends like one of a regular verb. */
    public static boolean isPast(String word) {
        return IRREGULAR.containsValue(word) || word.length() > 4 && word.endsWith("ed");
    }

    /** The verb as it stands after "did", of its past; empty where it is not known, or is the same. */
    public static Optional<String> ofPast(String past) {
        return Optional.ofNullable(BY_PAST.get(past));
    }

    private static Map<String, String> byPast() {
        Map<String, String> byPast = new HashMap<>();
        REGULAR.stream().sorted().forEach(base -> byPast.put(VerbForms.of(base).past(), base));
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
