package linebreak

import (
	"encoding/binary"
	"testing"

	"assemble/layout/units"
)

// decode makes items of bytes, eight each: kind and flag, cost, and four
// lengths as signed bytes with a common scale.
func decode(data []byte) (items []Item) {
	for ; len(data) >= 8; data = data[8:] {
		scale := units.Sp(1) << (data[0] >> 3)
		sp := func(i int) units.Sp { return scale * units.Sp(int8(data[i])) }
		items = append(items, Item{
			Kind: Kind(data[0] % 4), Flagged: data[0]&4 != 0,
			Cost:  int32(int16(binary.LittleEndian.Uint16(data[1:]))),
			Width: sp(3), Stretch: max(0, sp(4)), Shrink: max(0, sp(5)), Hang: sp(6),
		})
	}
	return items
}

func encode(items []Item) (data []byte) {
	for _, it := range items {
		b := [8]byte{byte(it.Kind), 0, 0, byte(it.Width / 5), byte(it.Stretch / 5), byte(it.Shrink / 5), byte(it.Hang / 5)}
		if it.Flagged {
			b[0] |= 4
		}
		binary.LittleEndian.PutUint16(b[1:], uint16(int16(it.Cost)))
		data = append(data, b[:]...)
	}
	return data
}

func FuzzBreak(f *testing.F) {
	for _, text := range []string{
		"aaa bb cc d eeeeeeee fff", "aaaa bbbb-bbb cc dd-dd, eee ff.", "aaaaaaaaaaaaaaaaaaaaa", "a|b||c| ", "aa~bb/cc-dd", "", "  ",
	} {
		items, _ := letters(text)
		f.Add(encode(items), int64(120), int64(100), uint16(0x1234), int32(100))
	}
	f.Fuzz(func(t *testing.T, data []byte, first, rest int64, bits uint16, tolerance int32) {
		if len(data) > 8*4000 {
			t.Skip()
		}
		items := decode(data)
		o := Options{
			Widths:    Widths{units.Sp(first), units.Sp(rest)},
			Tolerance: []int32{tolerance / 20, tolerance},
			Ragged:    bits&1 != 0, Balance: bits&2 != 0, NoFinalHyphen: bits&4 != 0,
			HyphenPass: int(bits >> 3 & 3), MaxHyphens: int(bits >> 5 & 3), LastMin: units.Sp(bits >> 7 & 31 * 10),
			LinePenalty: int32(bits >> 12), HyphenDemerits: tolerance, FinalHyphenDemerits: -tolerance, FitnessDemerits: tolerance / 2,
		}
		if most := units.Sp(limit(len(items))); o.First > most || o.First < -most || o.Rest > most || o.Rest < -most {
			checkOrder(t, items, Break(items, o)) // widths that are cut do not add up
			return
		}
		checkResult(t, items, o, Break(items, o))
	})
}

// checkOrder checks that every box is in one line, in order.
func checkOrder(t fataler, items []Item, r Result) {
	t.Helper()
	next := 0
	for i, l := range r.Lines {
		checkPlace(t, items, l, next, i == len(r.Lines)-1)
		next = l.End
	}
	if textEnd(items) > next {
		t.Fatalf("text after %d is lost", next)
	}
}
