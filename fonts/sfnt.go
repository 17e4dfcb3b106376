package fonts

import (
	"encoding/binary"
	"sort"
)

// sfnt writes a TrueType file from its tables (ISO/IEC 14496-22, 4.5): a sorted
// directory with checksums, each table on a multiple of four bytes, and in head
// the adjustment that makes the checksum of the file come out right.
func sfnt(content map[string][]byte) []byte {
	tags := make([]string, 0, len(content))
	for tag := range content {
		tags = append(tags, tag)
	}
	sort.Strings(tags)
	search := 16
	selector := 0
	for search*2 <= 16*len(tags) {
		search *= 2
		selector++
	}
	out := be32(nil, 0x00010000)
	out = be16(out, len(tags), search, selector, 16*len(tags)-search)
	offset := len(out) + 16*len(tags)
	var body []byte
	headAt := 0
	for _, tag := range tags {
		t := content[tag]
		if tag == "head" {
			headAt = offset + len(body)
		}
		out = append(out, tag...)
		out = be32(out, int(checksum(t)), offset+len(body), len(t))
		body = append(body, t...)
		body = append(body, make([]byte, -len(t)&3)...)
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds up the big-endian words of a table, the last one padded with
// zeros.
func checksum(t []byte) uint32 {
	var sum uint32
	for ; len(t) >= 4; t = t[4:] {
		sum += binary.BigEndian.Uint32(t)
	}
	if len(t) > 0 {
		var last [4]byte
		copy(last[:], t)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}

// be16 appends the low 16 bits of each number.
func be16(b []byte, numbers ...int) []byte {
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	}
	return b
}

// be32 appends the low 32 bits of each number.
func be32(b []byte, numbers ...int) []byte {
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	return b
}
