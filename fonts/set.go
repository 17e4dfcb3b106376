package fonts

import "slices"

// Style says which face is wanted.
type Style struct {
	Family string // "serif", "sans", or another of Set.Families
	Weight int    // 400 regular, 600 semi-bold; 0 is regular
	Italic bool
}

// Set holds the faces a document may use and the order in which they stand in
// for each other. It is immutable and safe for concurrent use.
type Set struct {
	faces    []*Face
	families []string            // in the order of faces
	fallback map[string][]string // by family: the families asked next
	byName   map[string]*Face
}

// newSet arranges faces, of which there is at least one.
func newSet(faces []*Face, fallback map[string][]string) *Set {
	s := &Set{faces: faces, fallback: fallback, byName: make(map[string]*Face, len(faces))}
	for _, f := range faces {
		s.byName[f.name] = f
		if !slices.Contains(s.families, f.family) {
			s.families = append(s.families, f.family)
		}
	}
	return s
}

// Face returns the face of the style or, where there is none, the nearest one:
// the same family before the same slant before the nearest weight. A family that
// is not in the set is read as the first. The result is never nil.
func (s *Set) Face(st Style) *Face {
	return s.nearest(st, func(*Face) bool { return true })
}

// nearest is Face among the faces that ok accepts; where it accepts none of the
// family, the choice is made as if it accepted all.
func (s *Set) nearest(st Style, ok func(*Face) bool) *Face {
	family := st.Family
	if !slices.Contains(s.families, family) {
		family = s.families[0]
	}
	var best, any *Face
	for _, f := range s.faces {
		if f.family != family {
			continue
		}
		if any == nil || distance(f, st) < distance(any, st) {
			any = f
		}
		if ok(f) && (best == nil || distance(f, st) < distance(best, st)) {
			best = f
		}
	}
	if best == nil {
		return any
	}
	return best
}

// distance orders the faces of a family by how far they are from a style: slant
// first, then weight, as in CSS Fonts 4, section 5.2; of two weights equally far
// the heavier one stands in for a heavy one.
func distance(f *Face, st Style) int {
	want := st.Weight
	if want == 0 {
		want = 400
	}
	d := 2 * (f.weight - want)
	if d < 0 {
		d = -d
	}
	if (f.weight > want) != (want > 500) {
		d++
	}
	if f.italic != st.Italic {
		d += 1 << 16
	}
	return d
}

// chain lists all faces in the order in which a letter of the style is looked
// for: the asked face, the nearest face of each fallback family, all others. For
// small capitals the asked face is the nearest one that has them: Source has
// none in its italics, and scaled capitals would be too light.
func (s *Set) chain(st Style, smallCaps bool) []*Face {
	first := s.nearest(st, func(f *Face) bool { return !smallCaps || f.hasFeature(tagSmallCaps) })
	out := append(make([]*Face, 0, len(s.faces)), first)
	add := func(f *Face) {
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	for _, family := range s.fallback[first.family] {
		add(s.Face(Style{Family: family, Weight: st.Weight, Italic: st.Italic}))
	}
	for _, f := range s.faces {
		add(f)
	}
	return out
}

// ByName returns the face of that Name, or nil.
func (s *Set) ByName(name string) *Face { return s.byName[name] }

// Faces lists the faces, always in the same order.
func (s *Set) Faces() []*Face { return slices.Clone(s.faces) }

// Families lists the families that a Style may name, the default one first.
func (s *Set) Families() []string { return slices.Clone(s.families) }
