package table

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"
	"assemble/output/dump"
	"assemble/output/dump/golden"
)

func event(day, text string) doc.Event { return doc.Event{Day: day, Text: words(text)} }

func month(name string, columns ...[]doc.Event) doc.Month {
	return doc.Month{Name: words(name), Columns: columns}
}

// year2 is a timeline of two columns with one month that is long.
func year2() *doc.Timeline {
	long := month("September", nil, nil)
	for i := range 16 {
		long.Columns[0] = append(long.Columns[0], event(fmt.Sprint(i+1), "A session on smuggling is held in Vienna and ends late."))
		long.Columns[1] = append(long.Columns[1], event("", "Relief for islands struck by two storms in the same week."), event("2–3", "An exhibition opens."))
	}
	return &doc.Timeline{
		Heads: [][]doc.Inline{words("Global events"), words("Highlights")},
		Months: []doc.Month{
			month("January", []doc.Event{event("1", "A new Secretary-General takes office in New York.")}, []doc.Event{event("31", "Arrivals by sea in the first month reach 6,906.")}),
			month("May", []doc.Event{event("8–9", "First thematic session, on human rights, Geneva."), event("22–23", "Second thematic session.")}, []doc.Event{event("", "Briefings for delegations.")}),
			long,
			month("October", nil, []doc.Event{event("23", "A pledging conference is held.")}),
		},
	}
}

func TestTimelineSpecimen(t *testing.T) {
	b := newBench(t)
	boxes := LayTimeline(b.numbered("annex-i"), year2())
	b.check(t, boxes)
	b.look(t, "timeline", boxes)
	book := b.book(boxes)
	if len(book.Pages) != 2 {
		t.Fatalf("%d pages", len(book.Pages))
	}
	golden.Check(t, "timeline.txt", []byte(dump.Trace(book, nil)))
}

func TestTimelineTags(t *testing.T) {
	b := newBench(t)
	tl := year2()
	tl.Months = tl.Months[:2]
	tags, err := dump.Tags(b.book(LayTimeline(b.Context, tl)))
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "timeline-tags.txt", []byte(tags))
}

func TestTimelinePlaces(t *testing.T) {
	b := newBench(t)
	k := &b.Style.Timeline
	boxes := LayTimeline(b.Context, year2())
	for s, x := range map[string]units.Sp{
		"January": 0, "1": k.Month, "31": k.Month + k.Column + k.Gap, "Highlights": k.Month + k.Column + k.Gap,
		"Briefings for delegations.": k.Month + k.Column + k.Gap + k.Day, // keeps its indent without a day
	} {
		if got := find(t, boxes, s); got.X != x {
			t.Errorf("%q stands at %s, want %s", s, got.X, x)
		}
	}
	// The month, the day and the first line of the item share a baseline.
	if a, c := find(t, boxes, "January"), find(t, boxes, "1"); a.y != c.y {
		t.Errorf("month at %s, day at %s", a.y, c.y)
	}
	// Months are parted by hairlines, and the last line is the one of tables.
	last := boxes[len(boxes)-1].Items
	if r := last[len(last)-1].(*frame.Rect); r.H != b.Style.Rules.Table.Width || r.W != b.Style.Page.Frame {
		t.Errorf("the last rule is %s by %s", r.W, r.H)
	}
	first := boxes[1].Items
	if r := first[len(first)-1].(*frame.Rect); r.H != b.Style.Rules.Light.Width {
		t.Errorf("the rule between months is %s", r.H)
	}
}

// A short month is one box, a long one several, and each but the first names
// the month again.
func TestMonthBreaks(t *testing.T) {
	b := newBench(t)
	boxes := LayTimeline(b.Context, year2())
	b.check(t, boxes)
	if said(boxes[1:2]) == "" || boxes[1].Break != galley.Inf || boxes[1].Resume != nil {
		t.Error("the first month leaves its heads")
	}
	if got := said(boxes[2].Resume); got != "Global events|Highlights" || boxes[2].Break != monthBreak {
		t.Errorf("May begins a page with %q", got)
	}
	parts := 0
	for i := range boxes {
		if boxes[i].Break != itemBreak {
			continue
		}
		parts++
		if got := said(boxes[i].Resume); got != "Global events|Highlights|September |(continued)" {
			t.Errorf("part %d begins a page with %q", parts, got)
		}
		if len(boxes[i].Close) != 1 {
			t.Errorf("part %d closes no page", parts)
		}
		if h := boxes[i].Resume[1].Height; h != b.Style.Timeline.Above {
			t.Errorf("the label of part %d takes %s", parts, h)
		}
	}
	if parts < 8 {
		t.Errorf("%d parts", parts)
	}
	for lines, split := range map[int]bool{7: false, 8: true} {
		tl := &doc.Timeline{Months: []doc.Month{month("June", nil)}}
		for range lines {
			tl.Months[0].Columns[0] = append(tl.Months[0].Columns[0], event("1", "One."))
		}
		if n := len(LayTimeline(newBench(t).Context, tl)); (n > 2) != split {
			t.Errorf("a month of %d lines has %d boxes", lines, n-1)
		}
	}
}

// Three columns have no field for the day.
func TestThreeColumns(t *testing.T) {
	b := newBench(t)
	tl := &doc.Timeline{Months: []doc.Month{month("June", []doc.Event{event("4", "One is said.")}, []doc.Event{event("", "Two.")}, []doc.Event{event("12–13", "Three.")})}}
	boxes := LayTimeline(b.Context, tl)
	b.check(t, boxes)
	day, text := find(t, boxes, "4"), find(t, boxes, "One is said.")
	if gap := text.X - day.X; gap <= 0 || gap >= b.Style.Timeline.Day {
		t.Errorf("the day takes %s", gap)
	}
	two := find(t, boxes, "Two.")
	width := (b.Style.Page.Frame - b.Style.Timeline.Month - 2*b.Style.Timeline.Gap) / 3
	if want := b.Style.Timeline.Month + width + b.Style.Timeline.Gap; two.X != want {
		t.Errorf("the second column begins at %s, want %s", two.X, want)
	}
}

// Without any day in the timeline no room is kept for one.
func TestNoDays(t *testing.T) {
	b := newBench(t)
	boxes := LayTimeline(b.Context, &doc.Timeline{Months: []doc.Month{month("June", []doc.Event{event("", "One.")})}})
	b.check(t, boxes)
	if got := find(t, boxes, "One."); got.X != b.Style.Timeline.Month {
		t.Errorf("the item stands at %s", got.X)
	}
}

func TestTimelineTooWide(t *testing.T) {
	b := newBench(t)
	m := month("June")
	for i := range 50 {
		m.Columns = append(m.Columns, []doc.Event{event("1", fmt.Sprintf("Item %d.", i))})
	}
	boxes := LayTimeline(b.Context, &doc.Timeline{Months: []doc.Month{m}})
	b.checkBook(t, boxes)
	if all := b.report.All(); len(all) != 1 || all[0].Code != "timeline-too-wide" {
		t.Errorf("reported %v", all)
	}
	if bad := outside(b.Style, boxes); bad != "" {
		t.Error(bad)
	}
	find(t, boxes, "Item 49.")
}

func TestTimelineWithoutMonths(t *testing.T) {
	for _, tl := range []*doc.Timeline{{}, {Heads: [][]doc.Inline{words("a"), nil}}, {Months: []doc.Month{{}}}, {Months: []doc.Month{month("June", nil, nil)}}} {
		b := newBench(t)
		boxes := LayTimeline(b.numbered("x"), tl)
		b.check(t, boxes)
		if len(boxes[0].Dests) != 1 {
			t.Error("no destination")
		}
	}
}

// Whatever the items, their words stand in the boxes once, on lines that do not
// run into each other, and no box is higher than a page.
func TestTimelineSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { timelineSplits(t) })
}

func FuzzTimeline(f *testing.F) {
	f.Add([]byte(strings.Repeat("some bytes to draw from ", 200)))
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { timelineSplits(t) }))
}

func timelineSplits(t *rapid.T) {
	n := rapid.IntRange(1, 4).Draw(t, "columns")
	tl := &doc.Timeline{}
	for m := range rapid.IntRange(0, 3).Draw(t, "months") {
		mon := month(fmt.Sprintf("m%d", m))
		for c := range n {
			var col []doc.Event
			for e := range rapid.IntRange(0, 30).Draw(t, "events") {
				k := rapid.SampledFrom([]int{0, 1, 3, 8, 20, 300}).Draw(t, "words")
				day := rapid.SampledFrom([]string{"", "4", "18–19"}).Draw(t, "day")
				col = append(col, event(day, strings.TrimSpace(strings.Repeat(fmt.Sprintf("w%d.%d.%d ", m, c, e), k))))
			}
			mon.Columns = append(mon.Columns, col)
		}
		tl.Months = append(tl.Months, mon)
	}
	b := benchOf(style.Council(), "en")
	boxes := LayTimeline(b.Context, tl)
	if bad := outside(b.Style, boxes); bad != "" {
		t.Fatalf("outside the frame: %s", bad)
	}
	book := b.book(boxes)
	for _, bad := range book.Check() {
		t.Fatalf("%s", bad)
	}
	counted(t, boxes, tl)
	apart(t, b, boxes)
}

// counted compares the words put in with those that stand in boxes.
func counted(t *rapid.T, boxes []galley.Box, tl *doc.Timeline) {
	got := map[string]int{}
	for _, p := range texts(boxes) {
		for _, w := range strings.Fields(p.Text) {
			got[w]++
		}
	}
	for _, m := range tl.Months {
		for _, col := range m.Columns {
			for _, e := range col {
				w, _, _ := strings.Cut(doc.Plain(e.Text, nil), " ")
				if n := len(strings.Fields(doc.Plain(e.Text, nil))); w != "" && got[w] != n {
					t.Fatalf("%q stands %d times of %d", w, got[w], n)
				}
			}
		}
	}
}

// apart looks for lines of one column that are nearer than their leading, and
// for boxes that no page could hold.
func apart(t *rapid.T, b *bench, boxes []galley.Box) {
	leading := b.Style.Roles.TimeItem.Leading
	last := map[units.Sp]placed{}
	for i := range boxes {
		if boxes[i].Height > b.Style.Page.TextBlock {
			t.Fatalf("box %d is %s high", i, boxes[i].Height)
		}
		for _, it := range boxes[i].Items {
			if r, ok := it.(*frame.Run); ok && r.Y > boxes[i].Height {
				t.Fatalf("%q stands below its box", r.Text)
			}
		}
	}
	for _, p := range texts(boxes) {
		if q, ok := last[p.X]; ok && p.y-q.y < leading && p.Size == b.Style.Roles.TimeItem.Size && q.Size == p.Size {
			t.Fatalf("%q at %s and %q at %s", q.Text, q.y, p.Text, p.y)
		}
		last[p.X] = p
	}
}
