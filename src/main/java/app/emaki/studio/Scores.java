package app.emaki.studio;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What everybody's comparisons say of the models, without saying whose they were. */
@Repository
class Scores {
    private final JdbcClient jdbc;

    Scores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a model did.
     *
     * @param rounds comparisons with a verdict that it took part in
     * @param better how often it was the better one, by criterion
     * @param asked how often somebody had an opinion, by criterion
     */
    record Score(int rounds, Map<Criterion, Integer> better, Map<Criterion, Integer> asked) {
        static final Score NONE = new Score(0, Map.of(), Map.of());

        /** In how many of a hundred it was better; -1 when nobody had an opinion. */
        public int percent(Criterion criterion) {
            int all = asked.getOrDefault(criterion, 0);
            return all == 0 ? -1 : Math.round(100f * better.getOrDefault(criterion, 0) / all);
        }
    }

    /** Two models that met. */
    record Meeting(String one, String other, int rounds, int oneBetter, int otherBetter) {}

    Map<String, Score> byModel() {
        var scores = new HashMap<String, Score>();
        jdbc.sql("""
                        select s.model, o.criterion, count(*) as asked, count(*) filter (where o.place = s.place) as better
                        from comparison_side s join comparison_opinion o on o.comparison = s.comparison
                        group by s.model, o.criterion""")
                .query((row, number) -> {
                    var score = scores.computeIfAbsent(
                            row.getString("model"),
                            model -> new Score(0, new EnumMap<>(Criterion.class), new EnumMap<>(Criterion.class)));
                    var criterion = Criterion.valueOf(row.getString("criterion"));
                    score.better().put(criterion, row.getInt("better"));
                    return score.asked().put(criterion, row.getInt("asked"));
                })
                .list();
        scores.replaceAll((model, score) ->
                new Score(score.asked().getOrDefault(Criterion.OVERALL, 0), score.better(), score.asked()));
        return scores;
    }

    /** Each two models that met, those that met most first; for whoever decides which models are on offer. */
    List<Meeting> meetings() {
        return jdbc.sql("""
                        select a.model as one, b.model as other, count(*) as rounds,
                            count(*) filter (where o.place = a.place) as one_better,
                            count(*) filter (where o.place = b.place) as other_better
                        from comparison_opinion o
                        join comparison_side a on a.comparison = o.comparison
                        join comparison_side b on b.comparison = o.comparison and a.model < b.model
                        where o.criterion = 'OVERALL' group by a.model, b.model order by rounds desc limit 50""").query(Meeting.class).list();
    }
}
