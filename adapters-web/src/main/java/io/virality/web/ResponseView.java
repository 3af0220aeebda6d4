package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.response.Allocation;
import io.virality.domain.response.ResponseStudy;
import io.virality.domain.response.ResponseStudy.ChannelResponse;
import io.virality.domain.response.ResponseStudy.Division;
import io.virality.domain.response.ResponseStudy.Place;
import io.virality.domain.response.ResponseStudy.Sure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the response to spending is shown. {@code explained}: the part of the differences that the model tells. */
record ResponseView(
        List<ChannelResponseView> channels,
        Optional<DivisionView> division,
        double explained,
        int n,
        int draws,
        double confidence,
        Origin data) {

    static ResponseView of(ResponseStudy study, boolean simulated) {
        return of(study, simulated ? Origin.SIMULATED : Origin.REAL);
    }

    static ResponseView of(ResponseStudy study, Origin data) {
        return new ResponseView(
                study.channels().stream().map(ChannelResponseView::of).toList(),
                study.division().map(division -> DivisionView.of(study, division)),
                study.explained(),
                study.series().periods(),
                study.draws(),
                ResponseStudy.CONFIDENCE,
                data);
    }

    record SureView(double value, double low, double high) {

        static SureView of(Sure sure) {
            return new SureView(
                    sure.value(), sure.interval().low(), sure.interval().high());
        }
    }

    /** {@code brought} and {@code marginal} are those of today's spending, kept up. */
    record ChannelResponseView(
            String name,
            SureView carryOver,
            SureView half,
            SureView shape,
            SureView most,
            double today,
            SureView brought,
            SureView marginal,
            List<PlaceView> curve,
            List<String> warnings) {

        static ChannelResponseView of(ChannelResponse channel) {
            return new ChannelResponseView(
                    channel.name(),
                    SureView.of(channel.carryOver()),
                    SureView.of(channel.half()),
                    SureView.of(channel.shape()),
                    SureView.of(channel.most()),
                    channel.today(),
                    SureView.of(channel.brought()),
                    SureView.of(channel.marginal()),
                    channel.places().stream().map(PlaceView::of).toList(),
                    channel.warnings());
        }
    }

    record PlaceView(double spend, SureView brought) {

        static PlaceView of(Place place) {
            return new PlaceView(place.spend(), SureView.of(place.brought()));
        }
    }

    /** {@code gain}: what the best brings more than today's; {@code surely}: in what part of the draws it does at all. */
    record DivisionView(double budget, List<SpendView> channels, SureView gain, double surely) {

        static DivisionView of(ResponseStudy study, Division division) {
            List<SpendView> channels = new ArrayList<>();
            for (int i = 0; i < division.best().length; i++) {
                Allocation.Limits limits = division.limits().get(i);
                channels.add(new SpendView(
                        study.channels().get(i).name(),
                        division.today()[i],
                        division.best()[i],
                        limits.least(),
                        limits.most()));
            }
            return new DivisionView(division.budget(), channels, SureView.of(division.gain()), division.surely());
        }
    }

    record SpendView(String name, double today, double best, double least, double most) {}
}
