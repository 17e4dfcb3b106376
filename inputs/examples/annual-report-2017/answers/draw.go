package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// year is the questionnaire of one year, answered.
type year struct {
	year        int
	sections    []section
	respondents []office
	answers     map[string]map[string]string // question → office → answer
}

// years are both years, the earlier first. In 2016 only those questions were
// asked whose counts are known.
func years() []*year {
	var short []section
	for _, s := range sections() {
		s.questions = slices.DeleteFunc(slices.Clone(s.questions), func(q question) bool { return q.was == 0 })
		for i := range s.questions {
			s.questions[i].yes = s.questions[i].was
		}
		if len(s.questions) > 0 {
			short = append(short, s)
		}
	}
	return []*year{draw(2016, short, 146), draw(2017, sections(), 150)}
}

// drawing draws offices. All is whole numbers, so that every machine draws the
// same.
type drawing struct {
	*year
	rng *rand.Rand
}

// draw answers the questions of a year by so many offices of the register.
func draw(y int, list []section, respondents int) *year {
	d := &drawing{&year{year: y, sections: list, answers: map[string]map[string]string{}}, rand.New(rand.NewPCG(uint64(y), 109))}
	var frame []office
	for _, o := range register() {
		if o.open(y) {
			frame = append(frame, o)
		}
	}
	// All Regional Offices answer, and Headquarters.
	must := func(o office) bool { return o.kind == regional || o.kind == quarters }
	d.respondents = d.take(frame, respondents, must)
	for _, s := range list {
		for _, q := range s.questions {
			d.ask(q)
		}
	}
	return d.year
}

// take draws n offices of a list, first those that must be in. Those that do much
// are drawn more often.
func (d *drawing) take(list []office, n int, must func(office) bool) []office {
	type ticket struct {
		office
		luck int
	}
	tickets := make([]ticket, 0, len(list))
	for _, o := range list {
		t := ticket{o, d.rng.IntN(100) + o.level}
		if must(o) {
			t.luck += 1000
		}
		tickets = append(tickets, t)
	}
	if n > len(tickets) {
		panic(fmt.Sprintf("%d of %d offices", n, len(tickets)))
	}
	slices.SortStableFunc(tickets, func(a, b ticket) int { return b.luck - a.luck })
	out := make([]office, 0, n)
	for _, t := range tickets[:n] {
		out = append(out, t.office)
	}
	slices.SortFunc(out, func(a, b office) int { return strings.Compare(a.code, b.code) })
	return out
}

func nobody(office) bool { return false }

// ask answers a question.
func (d *drawing) ask(q question) {
	asked := d.respondents
	if q.of != "" {
		asked = slices.DeleteFunc(slices.Clone(asked), func(o office) bool { return d.answers[q.of][o.code] != "yes" })
	}
	asked = d.take(asked, len(asked)-q.blank, nobody)
	answers := map[string]string{}
	d.answers[q.code] = answers
	if len(q.options) > 0 {
		d.options(q, asked, answers)
		return
	}
	for _, o := range asked {
		answers[o.code] = "no"
	}
	rest, n := asked, q.yes
	for _, kind := range []string{country, regional} {
		count, fixed := q.kinds[kind]
		if q.kinds == nil {
			break
		}
		of := slices.DeleteFunc(slices.Clone(asked), func(o office) bool { return o.kind != kind })
		rest = slices.DeleteFunc(slices.Clone(rest), func(o office) bool { return o.kind == kind })
		if !fixed {
			continue
		}
		for _, o := range d.take(of, count, nobody) {
			answers[o.code] = "yes"
		}
		n -= count
	}
	for _, o := range d.take(rest, n, nobody) {
		answers[o.code] = "yes"
	}
}

// options answers a question with options: each is chosen by its number of
// offices, and every office chooses one, or none of them where that is an option.
func (d *drawing) options(q question, asked []office, answers map[string]string) {
	chosen := map[string][]string{} // by office
	last := q.options[len(q.options)-1]
	for _, o := range q.options {
		for _, of := range d.take(asked, o.n, nobody) {
			chosen[of.code] = append(chosen[of.code], o.code)
		}
	}
	for _, o := range asked {
		if len(chosen[o.code]) > 0 {
			continue
		}
		if last == none {
			chosen[o.code] = []string{none.code}
			continue
		}
		d.give(q, asked, chosen, o.code)
	}
	for _, o := range asked {
		answers[o.code] = strings.Join(chosen[o.code], " ")
	}
}

// give gives an office that chose nothing an option of one that chose several.
func (d *drawing) give(q question, asked []office, chosen map[string][]string, to string) {
	start := d.rng.IntN(len(asked))
	for i := range asked {
		from := asked[(start+i)%len(asked)].code
		if n := len(chosen[from]); n > 1 {
			chosen[to] = []string{chosen[from][n-1]}
			chosen[from] = chosen[from][:n-1]
			return
		}
	}
	panic(q.code + " has too few answers for those who are asked")
}
