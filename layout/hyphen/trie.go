package hyphen

import (
	"cmp"
	"slices"
	"strings"
)

// pattern is one of Liang's: letters, and for each place before, between and
// after them a level. "1na" is letters "na", levels 1 0 0.
type pattern struct {
	letters []rune
	levels  []uint8
}

// trie holds patterns by their letters. The children of a node lie next to each
// other in ascending order: Liang's trie, linked by position and count instead
// of packed (thesis, chapter 2), which needs no free-space search to build and
// is small enough for these languages.
type trie struct {
	nodes []node
	marks []string // distinct strings of levels; nodes point into it
}

type node struct {
	letter rune
	first  int32  // index of the first child
	count  uint16 // number of children
	levels uint16 // index into trie.marks; 0 for a node that ends no pattern
}

// newTrie builds the trie level by level, so that siblings come out adjacent.
func newTrie(patterns []pattern) trie {
	patterns = slices.Clone(patterns)
	slices.SortStableFunc(patterns, func(a, b pattern) int { return slices.Compare(a.letters, b.letters) })
	t := trie{nodes: make([]node, 1, 3*len(patterns)+1), marks: []string{""}}
	index := map[string]uint16{"": 0}
	type span struct{ lo, hi, depth int } // the patterns below a node
	spans := []span{{0, len(patterns), 0}}
	for i := 0; i < len(t.nodes); i++ {
		s := spans[i]
		for s.lo < s.hi && len(patterns[s.lo].letters) == s.depth {
			t.nodes[i].levels = t.intern(index, patterns[s.lo].levels)
			s.lo++
		}
		t.nodes[i].first = int32(len(t.nodes))
		for s.lo < s.hi {
			r, hi := patterns[s.lo].letters[s.depth], s.lo
			for hi < s.hi && patterns[hi].letters[s.depth] == r {
				hi++
			}
			t.nodes = append(t.nodes, node{letter: r})
			spans = append(spans, span{s.lo, hi, s.depth + 1})
			t.nodes[i].count++
			s.lo = hi
		}
	}
	t.nodes = slices.Clip(t.nodes)
	return t
}

// intern returns the number of a level string; thousands of patterns share a
// few hundred of them.
func (t *trie) intern(index map[string]uint16, levels []uint8) uint16 {
	i, ok := index[string(levels)]
	if !ok {
		i = uint16(len(t.marks))
		t.marks = append(t.marks, string(levels))
		index[string(levels)] = i
	}
	return i
}

// child returns the index of the child of node i with a letter, or 0.
func (t *trie) child(i int, r rune) int {
	n := t.nodes[i]
	children := t.nodes[n.first : int(n.first)+int(n.count)]
	j, ok := slices.BinarySearchFunc(children, r, func(c node, r rune) int { return cmp.Compare(c.letter, r) })
	if !ok {
		return 0
	}
	return int(n.first) + j
}

// levels returns, for each letter, the highest level any pattern gives to the
// place before it. The word is looked up between two dots.
func (t *trie) levels(letters []letter) []uint8 {
	at := func(i int) rune {
		if i < 0 || i == len(letters) {
			return '.'
		}
		return letters[i].r
	}
	highest := make([]uint8, len(letters))
	for start := -1; start < len(letters); start++ {
		node := 0
		for i := start; i <= len(letters); i++ {
			if node = t.child(node, at(i)); node == 0 {
				break
			}
			for j, level := range []byte(t.marks[t.nodes[node].levels]) {
				if k := start + j; k >= 0 && k < len(highest) {
					highest[k] = max(highest[k], level)
				}
			}
		}
	}
	return highest
}

// parse reads a pattern file of hyph-utf8: TeX text with \patterns{…} and
// \hyphenation{…}, and a head of comments with the least letters before and
// after a hyphen. The files are part of the program, so what parse makes of
// them is for tests to say.
func parse(text string) *Dict {
	d := &Dict{exceptions: map[string][]int{}, left: 2, right: 2}
	var patterns []pattern
	group := ""
	braces := strings.NewReplacer("{", " ", "}", " } ")
	for line := range strings.Lines(text) {
		line, comment, _ := strings.Cut(line, "%")
		d.minimum(comment)
		for word := range strings.FieldsSeq(braces.Replace(line)) {
			switch {
			case word[0] == '\\' || word == "}":
				group = word
			case group == `\patterns`:
				patterns = append(patterns, newPattern(word))
				d.apostrophe = d.apostrophe || strings.ContainsRune(word, apostrophe)
			case group == `\hyphenation`:
				if key, at, ok := exception(word); ok {
					d.exceptions[key] = at
				}
			}
		}
	}
	d.patterns = newTrie(patterns)
	return d
}

// minimum takes "left: 2" or "right: 3" from a comment of the head.
func (d *Dict) minimum(comment string) {
	key, value, _ := strings.Cut(strings.TrimSpace(comment), ": ")
	if len(value) != 1 || value[0] < '1' || value[0] > '9' {
		return
	}
	switch key {
	case "left":
		d.left = int(value[0] - '0')
	case "right":
		d.right = int(value[0] - '0')
	}
}

// newPattern reads ".ach4": a digit is the level of the place it stands at.
// Trailing zeros are cut, so that level strings are few and short.
func newPattern(word string) pattern {
	p := pattern{levels: []uint8{0}}
	for _, r := range word {
		if r >= '0' && r <= '9' {
			p.levels[len(p.levels)-1] = uint8(r - '0')
			continue
		}
		p.letters = append(p.letters, r)
		p.levels = append(p.levels, 0)
	}
	n := len(p.levels)
	for n > 0 && p.levels[n-1] == 0 {
		n--
	}
	p.levels = p.levels[:n]
	return p
}
