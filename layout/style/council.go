package style

import "assemble/layout/units"

// pt returns a length in points, written with at most three decimals.
func pt(points float64) units.Sp {
	return units.MulDiv(units.Sp(points*1000+0.5), int64(units.Pt), 1000)
}

// mm returns a length in millimetres, written with at most three decimals.
func mm(millimetres float64) units.Sp { return units.Mm(int64(millimetres*1000 + 0.5)) }

func serif(size, leading float64) Type {
	return Type{Weight: 400, Size: pt(size), Leading: pt(leading), Color: InkColor, Figures: Lining, Align: Left}
}

func sans(size, leading float64, weight int, color Ink) Type {
	return Type{Sans: true, Weight: weight, Size: pt(size), Leading: pt(leading), Color: color, Figures: Lining, Align: Left}
}

func (t Type) space(above, below float64) Type {
	t.Above, t.Below = pt(above), pt(below)
	return t
}

func (t Type) figures(f Figures) Type {
	t.Figures = f
	return t
}

func (t Type) justified() Type {
	t.Align, t.Hyphenate = Justify, true
	return t
}

func (t Type) ending(a Align) Type {
	t.Align = a
	return t
}

// Council returns the built-in look. Each call returns a value of its own.
func Council() *Style {
	s := &Style{
		Name: "council",
		Page: Page{
			Width: mm(210), Height: mm(297), FrameX: mm(24), Frame: mm(162), TextAxis: mm(32.4), NumberGap: mm(5),
			Top: pt(79.4), TextBlock: pt(690), TurnedBlock: pt(448), HeadLine: pt(46), Quantum: pt(3.75), Baseline: 735,
			MinRest: pt(240), MaxEmpty: pt(120),
		},
		Faces: Faces{Serif: "serif", Sans: "sans"},
		Colors: Colors{
			Ink: Color{0x17, 0x21, 0x2B}, Accent: Color{0x0F, 0x4C, 0x70}, Muted: Color{0x53, 0x61, 0x6C},
			Second: Color{0x6C, 0x8A, 0x9C}, Hair: Color{0xB4, 0xC0, 0xC8}, Panel: Color{0xED, 0xF2, 0xF5},
		},
		Roles: councilRoles(),
		Setting: Setting{
			SpaceMin: 850, SpaceMax: 1500, SpaceWarn: 1800, LetterFit: 30, Hang: 600,
			HyphenWord: 6, HyphenLeft: 3, HyphenRight: 3, HyphensRun: 2, LastChars: 8, Orphans: 2, Widows: 2, Thin: 160,
		},
		Rules: Rules{
			Part: Rule{pt(1), InkColor}, Accent: Rule{pt(1), AccentColor}, Table: Rule{pt(0.75), InkColor},
			TableHead: Rule{pt(0.4), InkColor}, Spanner: Rule{pt(0.4), SecondColor}, Group: Rule{pt(0.3), HairColor},
			Light: Rule{pt(0.4), HairColor}, Footnote: Rule{pt(0.4), InkColor}, Axis: Rule{pt(0.75), InkColor},
			Base: Rule{pt(0.5), SecondColor}, Sign: Rule{pt(0.4), InkColor},
		},
		Heading:   Headings{Label: OnAxis, RuleAbove: true, RuleGap: pt(6), Stacked: pt(7.5), RunInGap: 600, KeepH2: 3, KeepH3: 2},
		Para:      Para{Hanging: true},
		List:      List{Text: mm(7), BulletText: mm(5), Bullet: "–", Between: pt(3.75), QuoteIn: mm(7)},
		Note:      Footnote{Rule: mm(36), RuleGap: pt(5), Above: pt(15), Between: pt(0), Hanging: true},
		Head:      RunHead{PartMax: mm(95)},
		Caption:   Caption{Label: OnAxis, AfterTable: pt(30), NoteAbove: pt(4), FigureNote: pt(6), Below: pt(15)},
		PartBreak: "none",
		Folio:     Folio{Annex: "restart"},
	}
	councilSets(s)
	return s
}

// councilRoles are the types of the built-in look.
func councilRoles() Roles {
	acc, ink, mut := AccentColor, InkColor, MutedColor
	return Roles{
		Text:           serif(10.5, 15).figures(OldStyle).justified().space(0, 7.5),
		Number:         sans(9, 15, 600, acc).figures(Tabular),
		Quote:          Type{Weight: 400, Italic: true, Size: pt(10.5), Leading: pt(15), Color: ink, Figures: OldStyle, Align: Justify, Hyphenate: true, Above: 0, Below: pt(7.5)},
		H1:             sans(20, 24, 600, ink).space(30, 15),
		H1Label:        sans(9.5, 24, 600, acc),
		H2:             sans(13, 16, 600, ink).space(15, 6.5),
		H3:             sans(10.5, 15, 600, acc).space(5.5, 2),
		H4:             sans(10.5, 15, 600, ink),
		FrontTitle:     sans(20, 24, 600, ink).space(0, 21),
		HeadSymbol:     sans(8.5, 11, 600, ink).figures(Tabular),
		HeadPart:       sans(8.5, 11, 400, mut),
		HeadFolio:      sans(8.5, 11, 600, ink).figures(Tabular),
		Footnote:       serif(8.5, 11.25).figures(OldStyle).justified(),
		FootnoteNumber: sans(8, 11.25, 600, ink),
		CaptionLabel:   sans(9.5, 13, 600, acc).space(15, 0),
		CaptionTitle:   sans(10.5, 13, 600, ink).space(15, 6),
		Unit:           sans(8.5, 12, 400, mut),
		TableHead:      sans(8.25, 10, 600, ink).figures(Tabular),
		TableBody:      sans(9, 11.25, 400, ink).figures(Tabular),
		TableTotal:     sans(9, 11.25, 600, ink).figures(Tabular),
		RowGroup:       sans(8.5, 11.25, 600, acc),
		TableNote:      sans(8, 10.5, 400, mut),
		Continued:      sans(10.5, 15, 600, ink).space(0, 7.5),
		ContinuedMark:  sans(10.5, 15, 400, mut),
		TableBefore:    sans(9, 11.25, 400, mut).figures(Tabular),
		HeadBefore:     sans(8.25, 10, 400, mut).figures(Tabular),
		MatrixHead:     sans(7.25, 9, 400, ink).figures(Tabular),
		MatrixStrong:   sans(7.25, 9, 600, ink).figures(Tabular),
		MatrixBody:     sans(7.75, 11.25, 400, ink).figures(Tabular),
		MatrixTotal:    sans(7.75, 11.25, 600, ink).figures(Tabular),
		MatrixMuted:    sans(7.75, 11.25, 400, mut).figures(Tabular),
		MatrixScope:    sans(9, 12, 400, mut),
		KeyFigure:      sans(21, 26, 600, acc),
		KeyUnit:        sans(12, 26, 600, acc),
		KeyCaption:     sans(8.5, 11.25, 400, ink),
		KeyLabel:       sans(9.5, 15.2, 600, acc).space(0, 3),
		ChartLabel:     sans(9, 12, 400, ink).figures(Tabular).ending(Right),
		ChartValue:     sans(9, 12, 600, ink).figures(Tabular),
		ChartShare:     sans(9, 12, 400, ink).figures(Tabular),
		ChartNote:      sans(8, 10.5, 400, mut).figures(Tabular),
		BoxLabel:       sans(9.5, 13.5, 600, acc),
		BoxTitle:       sans(10.5, 13.5, 600, ink),
		BoxText:        serif(9.5, 13.5).figures(OldStyle).justified().space(0, 5),
		Contents1:      sans(10, 14.25, 600, ink).figures(Tabular).space(9, 0),
		Contents2:      sans(9.75, 14.25, 400, ink).figures(Tabular),
		Contents3:      sans(9, 12.75, 400, mut).figures(Tabular),
		ContentsHead:   sans(13, 16, 600, ink),
		ContentsLabel:  sans(10, 14, 600, acc),
		ContentsTitle:  sans(9.75, 14, 400, ink),
		Leader:         sans(9, 14.25, 400, mut),
		AcronymShort:   sans(9.5, 14.5, 600, acc),
		AcronymText:    serif(10, 14.5),
		SignName:       sans(10.5, 15, 600, ink),
		SignOffice:     sans(9.5, 13, 400, mut),
		CoverOrgan:     sans(19, 24, 600, ink),
		CoverLine:      sans(11, 15, 400, ink),
		CoverTitle:     Type{Weight: 400, Size: pt(50), Leading: pt(54), Color: ink, Figures: Lining, Align: Left, Tracking: -pt(0.5)},
		CoverCaption:   sans(8.5, 11.25, 400, mut),
		TimeHead:       sans(8.25, 12, 600, ink),
		TimeMonth:      sans(10, 13, 600, acc),
		TimeDay:        sans(9, 13, 400, mut),
		TimeItem:       serif(9.5, 13),
	}
}

// councilSets are the tokens of tables, charts and the other set pieces.
func councilSets(s *Style) {
	s.Table = Table{
		Pad: pt(1.5), PadText: pt(1.15), HeadPad: pt(2), FirstRow: pt(2.5), GroupOf: 5, GroupGap: pt(3), GroupFrom: 8,
		KindGap: pt(4), Gap: mm(2.2), Turn: mm(3), Indent: mm(3), KeepLines: 25, MinStub: mm(34), Least: pt(7.5), MaxColumn: mm(22), GroupHead: pt(6),
		PadYears: pt(1.3), PadFinance: pt(1.9), Column: mm(13.6), SpanGap: mm(2.2), YearGap: mm(4), PairGap: mm(7),
		SpannerAbove: pt(1.7), SpannerBelow: pt(0.2), StubGap: pt(1.9), NoteGap: pt(2),
		Gaps: Gaps{NotAvailable: "—", NotComputed: "—", Suppressed: "*", Unchanged: "—"},
	}
	s.Matrix = Matrix{
		Gap: mm(1.6), Turn: mm(2.5), MinStub: mm(34), Above: pt(2.25), Below: pt(1.5), Spanner: mm(1.2), SpanGap: mm(1.8),
		SpannerAbove: pt(1.2), SpannerBelow: pt(1.6), HeadAbove: pt(8), HeadBelow: pt(2), TotalAbove: pt(3), TotalBelow: pt(2.5),
		Legend: pt(6), Scope: pt(12),
	}
	s.Chart = Chart{
		Axis: mm(64.8), Field: mm(82), LabelGap: mm(3), Bar: pt(9), Pitch: pt(18), Bar2: pt(7), Pitch2: pt(24), Pitch3: pt(30), Apart: pt(1),
		ValuePitch: pt(10), ValueGap: pt(4), FirstRow: pt(12), Below: pt(6), Plot: pt(120), Line: pt(1.5), Dot: pt(2), LabelLeading: pt(11.25), LabelLines: 2,
		First: AccentColor, Second: SecondColor, Third: HairColor,
	}
	s.Band = Band{Above: pt(15), Below: pt(15), Top: pt(6), Bottom: pt(7), Column: mm(32.4), Caption: mm(28.4)}
	s.Box = Box{Out: mm(4), Top: pt(8), Bottom: pt(10), Title: pt(3), Above: pt(15), Below: pt(22.5), Split: 4}
	s.Timeline = Timeline{
		Month: mm(32.4), Column: mm(62.3), Gap: mm(5), Day: mm(11), Above: pt(5), Below: pt(6), Between: pt(3), MinSplit: 8,
		Head: pt(4), DaysUpTo: 2, DayGap: 400,
	}
	s.Contents = Contents{
		Depth: 3, Indent3: mm(6), Turn: mm(4), LeaderEnd: mm(11), LeaderDot: pt(4.64), LeaderGap: mm(2), LeaderMin: 2, Near: mm(8),
		RuleAbove: pt(22.5), RuleBelow: pt(8), HeadBelow: pt(6), Between: pt(4), MaxEmpty: pt(138), Label: mm(32.4),
	}
	s.Acronyms = Acronyms{Column: mm(32.4), Letter: pt(3.75)}
	s.Sign = Sign{Above: pt(45), Rule: mm(64.8), Gap: pt(6), Picture: pt(40), Keep: 3}
	s.Cover = Cover{
		RuleY: mm(24), Emblem: mm(20), EmblemY: mm(30), OrganX: mm(32.4), OrganY: mm(29.2), SessionY: mm(38.6), SymbolX: mm(97.2),
		TitleX: mm(31.8), TitleY: mm(98), TitleWidth: mm(130.2), SubmitGap: pt(15), SeatsX: mm(81), SeatsY: mm(254), SeatRows: 8,
		SeatInner: mm(31), SeatStep: mm(6.85), SeatRadius: mm(2.05), SeatRing: mm(0.7), FootY: mm(266), CaptionY: mm(268.6),
	}
}
