package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.segment.Behaviour;
import io.virality.domain.segment.Behaviours;
import io.virality.domain.segment.Segment;
import io.virality.domain.segment.Segmentation;
import io.virality.domain.segment.Segments;
import io.virality.web.JsonDocuments.DefinitionView;
import io.virality.web.JsonDocuments.StatementView;
import io.virality.web.ModelViews.FigureView;
import io.virality.web.ModelViews.ModelView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How segments are shown. {@code found} tells whether there are any, {@code reason} why not; {@code changed} whether creators
 * have come, gone or changed since the model was trained. {@code unlike} counts creators like none of the segments,
 * {@code incomplete} those of whom not everything is known that is compared.
 */
record SegmentsView(
        boolean found,
        Optional<String> reason,
        Optional<ModelView> model,
        boolean changed,
        List<CreatorSegmentView> segments,
        long n,
        long unlike,
        long incomplete,
        List<ComparedView> compared,
        List<String> leftOut,
        List<AxisView> axes,
        List<PointView> points,
        Optional<DefinitionView> definition,
        Optional<Instant> asOf,
        StatementView sql,
        Origin data) {

    static SegmentsView of(Segmentation segmentation) {
        if (segmentation instanceof Segmentation.Nothing nothing) {
            return without(nothing.behaviours(), nothing.reason());
        }
        if (segmentation instanceof Segmentation.TooLittle little) {
            return without(little.behaviours(), little.reason());
        }
        Segments segments = (Segments) segmentation;
        Behaviours behaviours = segments.behaviours();
        return new SegmentsView(
                true,
                Optional.empty(),
                Optional.of(ModelView.of(segments.card())),
                segments.changed(),
                segments.segments().stream().map(CreatorSegmentView::of).toList(),
                behaviours.size(),
                segments.unlike(),
                behaviours.incomplete(),
                behaviours.compared().stream().map(ComparedView::of).toList(),
                behaviours.leftOut().stream().map(Behaviour::column).toList(),
                segments.axes().stream().map(AxisView::of).toList(),
                segments.points().stream().map(PointView::of).toList(),
                Optional.of(new DefinitionView(
                        Segments.definition(segments.card()).id(),
                        Segments.definition(segments.card()).formula(),
                        "creators")),
                behaviours.evidence().asOf(),
                StatementView.of(behaviours.evidence().statement()),
                behaviours.evidence().origin());
    }

    private static SegmentsView without(Behaviours behaviours, String reason) {
        return new SegmentsView(
                false,
                Optional.of(reason),
                Optional.empty(),
                false,
                List.of(),
                behaviours.size(),
                0,
                behaviours.incomplete(),
                behaviours.compared().stream().map(ComparedView::of).toList(),
                behaviours.leftOut().stream().map(Behaviour::column).toList(),
                List.of(),
                List.of(),
                Optional.empty(),
                behaviours.evidence().asOf(),
                StatementView.of(behaviours.evidence().statement()),
                behaviours.evidence().origin());
    }

    /** {@code stability}: how much like itself it comes back when creators are drawn anew, from 0 to 1. */
    record CreatorSegmentView(
            int number,
            String name,
            long size,
            double share,
            FigureView stability,
            boolean holds,
            List<TraitView> profile,
            List<String> typical) {

        static CreatorSegmentView of(Segment segment) {
            return new CreatorSegmentView(
                    segment.number(),
                    segment.name(),
                    segment.size(),
                    segment.share(),
                    FigureView.of(segment.stability()),
                    segment.holds(),
                    segment.profile().stream().map(TraitView::of).toList(),
                    segment.typical());
        }
    }

    /** {@code score}: where the segment's median creator stands among all, in robust standard deviations. */
    record TraitView(String behaviour, double median, double q1, double q3, double score) {

        static TraitView of(Segment.Trait trait) {
            return new TraitView(trait.behaviour().column(), trait.median(), trait.q1(), trait.q3(), trait.score());
        }
    }

    record ComparedView(String behaviour, String definition) {

        static ComparedView of(Behaviour behaviour) {
            return new ComparedView(behaviour.column(), behaviour.definition());
        }
    }

    /** {@code told}: what part of all differences the axis tells. */
    record AxisView(String words, double told) {

        static AxisView of(Segments.Axis axis) {
            return new AxisView(axis.words(), axis.told());
        }
    }

    /** {@code segment} is its number, 0 for none. */
    record PointView(String handle, int segment, double x, double y) {

        static PointView of(Segments.Point point) {
            return new PointView(point.handle(), point.segment(), point.x(), point.y());
        }
    }
}
