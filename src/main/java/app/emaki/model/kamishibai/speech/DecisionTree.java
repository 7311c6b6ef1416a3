package app.emaki.model.kamishibai.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** Yes-and-no questions about a label that lead to the number of a distribution, counted from 0. */
final class DecisionTree {
    private record Node(List<Pattern> question, int no, int yes) {}

    private final List<Node> nodes;

    private DecisionTree(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** The trees of one stream, in the order of the states of the model. */
    static List<DecisionTree> read(String text) {
        var questions = new HashMap<String, List<Pattern>>();
        var trees = new ArrayList<DecisionTree>();
        var words = new StringTokenizer(text);
        while (words.hasMoreTokens()) {
            var word = words.nextToken();
            if (word.equals("QS")) questions.put(words.nextToken(), patterns(words));
            else if (word.startsWith("{*}")) trees.add(tree(words, questions));
        }
        return trees;
    }

    int leaf(String label) {
        if (nodes.isEmpty()) return 0;
        var at = 0;
        while (true) {
            var node = nodes.get(at);
            var next = node.question.stream().anyMatch(pattern -> pattern.matches(label)) ? node.yes : node.no;
            if (next > 0) return next - 1;
            at = -next;
        }
    }

    /** {@code { "a*","b*" }}, which holds no blanks within its quotes. */
    private static List<Pattern> patterns(StringTokenizer words) {
        var all = new StringBuilder();
        for (var word = words.nextToken(); !word.equals("}"); word = words.nextToken()) {
            if (!word.equals("{")) all.append(word);
        }
        var patterns = new ArrayList<Pattern>();
        for (var quoted : all.toString().split(",", 0))
            patterns.add(new Pattern(quoted.substring(1, quoted.length() - 1)));
        return patterns;
    }

    private static DecisionTree tree(StringTokenizer words, Map<String, List<Pattern>> questions) {
        var nodes = new ArrayList<Node>();
        var first = words.nextToken();
        if (!first.equals("{")) return new DecisionTree(nodes);
        for (var number = words.nextToken(); !number.equals("}"); number = words.nextToken()) {
            var question = questions.get(words.nextToken());
            if (question == null) throw new IllegalArgumentException("a voice asks a question it does not define");
            nodes.add(new Node(question, target(words.nextToken()), target(words.nextToken())));
        }
        return new DecisionTree(nodes);
    }

    /** A further node as a number of zero or less, or a leaf as a number from one on. */
    private static int target(String word) {
        if (!word.startsWith("\"")) return Integer.parseInt(word);
        var from = word.lastIndexOf('_') + 1;
        return Integer.parseInt(word.substring(from, word.length() - 1));
    }
}
