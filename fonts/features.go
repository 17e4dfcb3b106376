package fonts

import (
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// Features is a set of typographic features beyond kerning and the standard
// ligatures, which are always on. A face that lacks a feature sets its default
// glyphs; Source and Noto have lining tabular figures by default. Of OldStyle
// and Lining, or of Proportional and Tabular, ask for one.
type Features uint16

// The features, with their OpenType tags.
const (
	OldStyle     Features = 1 << iota // onum: figures with ascenders and descenders
	Lining                            // lnum: figures as high as capitals
	Proportional                      // pnum: figures each of their own width
	Tabular                           // tnum: figures all of one width
	SmallCaps                         // smcp, c2sc: all letters as small capitals
	Superior                          // sups: raised figures and letters
	Inferior                          // subs: lowered figures
	NoLigatures                       // no liga and clig, for letterspaced text
)

// tagSmallCaps is the feature that an italic may lack.
var tagSmallCaps = opentype.MustNewTag("smcp")

// featureTags gives the OpenType feature of each bit, in the order of the bits,
// and the value it is set to.
var featureTags = []struct {
	bit   Features
	tags  []string
	value uint32
}{
	{OldStyle, []string{"onum"}, 1},
	{Lining, []string{"lnum"}, 1},
	{Proportional, []string{"pnum"}, 1},
	{Tabular, []string{"tnum"}, 1},
	{SmallCaps, []string{"smcp", "c2sc"}, 1},
	{Superior, []string{"sups"}, 1},
	{Inferior, []string{"subs"}, 1},
	{NoLigatures, []string{"liga", "clig"}, 0},
}

// settings returns the features as HarfBuzz takes them, over the whole text.
// Kerning, ligatures and mark placement are HarfBuzz defaults.
func (f Features) settings() []harfbuzz.Feature {
	var out []harfbuzz.Feature
	for _, ft := range featureTags {
		if f&ft.bit == 0 {
			continue
		}
		for _, tag := range ft.tags {
			out = append(out, harfbuzz.Feature{
				Tag: opentype.MustNewTag(tag), Value: ft.value,
				Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd,
			})
		}
	}
	return out
}
