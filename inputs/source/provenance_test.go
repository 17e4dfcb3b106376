package source

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Keys that layout makes say what they were made of, and others do not.
func TestKeys(t *testing.T) {
	if part, ok := Key("staff.women").PartOf(); ok {
		t.Errorf("a fact is the base of %q", part)
	}
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.Custom(func(t *rapid.T) Key {
			return Key(rapid.StringMatching(`[a-z]{1,4}(\.[a-z0-9_]{1,4}){0,2}(@20[0-9]{2})?|annex-[iv]{1,3}/[A-Z][a-z]{1,4}/G-[1-7]`).Draw(t, "key"))
		})
		keys := rapid.SliceOfN(key, 1, 4).Draw(t, "keys")
		if part, ok := keys[0].Base().PartOf(); !ok || part != keys[0] {
			t.Fatalf("%q is the base of %q", keys[0].Base(), part)
		}
		if got := SumOf(keys...).Addends(); !slices.Equal(got, keys) {
			t.Fatalf("%q is the sum of %q", SumOf(keys...), got)
		}
	})
}
