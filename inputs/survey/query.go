package survey

import (
	"cmp"
	"math/big"
	"slices"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Names in facts. Response stands where a question would, for the questionnaire
// as a whole.
const Response = "response"

// LeastBase is the smallest base of which a percentage is given.
const LeastBase = 10

// Of says which offices a Query chooses by their answer to its question.
type Of uint8

// Which offices. The first three look at no question.
const (
	Responded Of = iota // answered the questionnaire
	Missing             // are in the frame and did not
	Framed              // are in the frame
	Asked               // were asked
	Gave                // gave an answer
	LeftBlank
	SaidNotApplicable
	PassedOver // were not asked
	Chose      // chose the option
	GaveZero   // gave the number zero
	GaveMore   // gave a number above zero
)

// Query chooses offices.
type Query struct {
	Of       Of
	Question string
	Option   string
	Kind     Kind
}

// Year is the questionnaire of one year.
type Year struct {
	Day     strict.Date // the cut-off date
	Offices *Offices
	Book    *Codebook
	Answers *Answers
}

// Frame returns the offices that the questionnaire went to, by code: those of
// the cut-off date, and those that answered though they are no more.
func (y *Year) Frame() []Office {
	var out []Office
	for _, o := range y.Offices.All() {
		if y.framed(&o) {
			out = append(out, o)
		}
	}
	return out
}

func (y *Year) framed(o *Office) bool { return o.Open(y.Day) || y.responded(o.Code) }

func (y *Year) responded(office string) bool {
	_, ok := slices.BinarySearch(y.Answers.offices, office)
	return ok
}

// chooses reports whether an answer is among those of a query, and the line
// that says so.
func (q Query) chooses(a *Answer) (line int32, ok bool) {
	switch q.Of {
	case Asked:
		return a.Line, a.State != NotAsked
	case Gave:
		return a.Line, a.State == Answered
	case LeftBlank:
		return a.Line, a.State == Blank
	case SaidNotApplicable:
		return a.Line, a.State == NotApplicable
	case PassedOver:
		return a.Line, a.State == NotAsked
	case Chose:
		if c, chosen := a.Chose(q.Option); chosen {
			return c.Line, true
		}
	case GaveZero:
		return a.Line, a.Value != nil && a.Value.Sign() == 0
	case GaveMore:
		return a.Line, a.Value != nil && a.Value.Sign() > 0
	}
	return 0, false
}

// each calls fn with each office that a query chooses, its answer, and the line
// that was counted. Without a question the answer is nil, and the line one of
// the register.
func (y *Year) each(q Query, fn func(o Office, a *Answer, line int32)) {
	if q.Of <= Framed {
		for _, o := range y.Offices.All() {
			if y.framed(&o) && (q.Kind == AnyKind || q.Kind == o.Kind) && (q.Of == Framed || y.responded(o.Code) == (q.Of == Responded)) {
				fn(o, nil, o.Line)
			}
		}
		return
	}
	answers := y.Answers.to[q.Question]
	for i := range answers {
		line, ok := q.chooses(&answers[i])
		if !ok {
			continue
		}
		if o, known := y.Offices.Lookup(answers[i].Office); known && (q.Kind == AnyKind || q.Kind == o.Kind) {
			fn(o, &answers[i], line)
		}
	}
}

// Count is the number of offices that a query chooses.
func (y *Year) Count(q Query) int64 {
	var n int64
	y.each(q, func(Office, *Answer, int32) { n++ })
	return n
}

// List returns the offices that a query chooses, by code.
func (y *Year) List(q Query) []Office {
	var out []Office
	y.each(q, func(o Office, _ *Answer, _ int32) { out = append(out, o) })
	return out
}

// Countries returns the countries for which an office stands that a query
// chooses, by code. Offices that stand for no country are in none.
func (y *Year) Countries(q Query) []string {
	var out []string
	y.each(q, func(o Office, _ *Answer, _ int32) {
		if o.Country != "" {
			out = append(out, o.Country)
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}

// Sum adds up what the offices gave that a query chooses: their numbers, or for
// Chose how often they chose the option.
func (y *Year) Sum(q Query) *big.Rat {
	sum := new(big.Rat)
	y.each(q, func(_ Office, a *Answer, _ int32) {
		if a == nil {
			return
		}
		if c, ok := a.Chose(q.Option); ok {
			sum.Add(sum, big.NewRat(c.Times, 1))
		} else if a.Value != nil {
			sum.Add(sum, a.Value)
		}
	})
	return sum
}

// Spans returns the lines that were counted for a query, lines that follow each
// other as one span: of the answers, or without a question of the register.
func (y *Year) Spans(q Query) []source.Span {
	var lines []int32
	y.each(q, func(_ Office, a *Answer, line int32) {
		lines = append(lines, line)
		if a == nil || q.Of == Chose {
			return
		}
		for _, c := range a.Options[min(1, len(a.Options)):] { // the first is on the line of the answer
			lines = append(lines, c.Line)
		}
	})
	file := y.Answers.File
	if q.Of <= Framed {
		file = y.Offices.File
	}
	slices.SortFunc(lines, cmp.Compare[int32])
	var out []source.Span
	for _, line := range slices.Compact(lines) {
		p := source.Pos{File: file, A: line}
		if n := len(out); n > 0 && out[n-1].End.A+1 == line {
			out[n-1].End = p
		} else {
			out = append(out, source.At(p))
		}
	}
	return out
}
