package lang

import (
	"strings"
)

var (
	esSmall = [...]string{
		"cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
		"trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno",
		"veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
	}
	esTens     = [...]string{"", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"}
	esHundreds = [...]string{
		"", "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos",
		"ochocientos", "novecientos",
	}
	esOrdinalUnits = [...]string{
		"", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo",
		"undécimo", "duodécimo",
	}
	esOrdinalTens = [...]string{
		"", "décimo", "vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo", "septuagésimo",
		"octogésimo", "nonagésimo",
	}
	esOrdinalHundreds = [...]string{
		"", "centésimo", "ducentésimo", "tricentésimo", "cuadringentésimo", "quingentésimo", "sexcentésimo",
		"septingentésimo", "octingentésimo", "noningentésimo",
	}
)

// spanishCardinal counts thousands of millions: mil millones, no millardo.
func spanishCardinal(n int64, g Gender) string {
	if n == 0 {
		return esSmall[0]
	}
	var millions string
	switch q := n / 1_000_000; {
	case q == 1:
		millions = "un millón"
	case q > 1:
		millions = spanishThousands(q, Masculine) + " millones"
	}
	return join(millions, spanishThousands(n%1_000_000, g))
}

// spanishThousands writes 1 to 999,999, and "" for 0. Hundreds agree with the
// noun across mil (doscientas mil personas); un before mil does not.
func spanishThousands(n int64, g Gender) string {
	var mil string
	switch q := n / 1000; {
	case q == 1:
		mil = "mil"
	case q > 1:
		mil = spanishHundreds(q, g, Masculine) + " mil"
	}
	return join(mil, spanishHundreds(n%1000, g, g))
}

// spanishHundreds writes 1 to 999, and "" for 0, hundreds in the gender g and a
// last one in the gender one.
func spanishHundreds(n int64, g, one Gender) string {
	if n == 100 {
		return "cien"
	}
	hundreds := esHundreds[n/100]
	if g == Feminine {
		if stem, ok := strings.CutSuffix(hundreds, "os"); ok {
			hundreds = stem + "as"
		}
	}
	if n%100 == 0 {
		return hundreds
	}
	return join(hundreds, spanishTens(n%100, one))
}

// spanishTens writes 1 to 99.
func spanishTens(n int64, g Gender) string {
	unit := func(s string) string {
		stem, ok := strings.CutSuffix(s, "uno")
		switch {
		case !ok || g == Alone:
			return s
		case g == Feminine:
			return stem + "una"
		case stem == "veinti":
			return "veintiún"
		}
		return stem + "un"
	}
	switch {
	case n < int64(len(esSmall)):
		return unit(esSmall[n])
	case n%10 == 0:
		return esTens[n/10]
	}
	return esTens[n/10] + " y " + unit(esSmall[n%10])
}

// spanishOrdinalEnd: from 2,000 on the words (dosmilésimo) are not in use.
const spanishOrdinalEnd = 2000

// spanishOrdinal keeps its words apart (décima sexta, not decimosexta), as the
// governing body names its sessions.
func spanishOrdinal(n int64, g Gender) string {
	var parts []string
	if n >= 1000 {
		parts = append(parts, "milésimo")
	}
	parts = append(parts, esOrdinalHundreds[n/100%10])
	if rest := n % 100; rest < int64(len(esOrdinalUnits)) {
		parts = append(parts, esOrdinalUnits[rest])
	} else {
		parts = append(parts, esOrdinalTens[rest/10], esOrdinalUnits[rest%10])
	}
	s := join(parts...)
	switch {
	case g == Feminine:
		words := strings.Fields(s)
		for i, w := range words {
			words[i] = strings.TrimSuffix(w, "o") + "a"
		}
		return strings.Join(words, " ")
	case g == Masculine && (strings.HasSuffix(s, "primero") || strings.HasSuffix(s, "tercero")):
		return strings.TrimSuffix(s, "o")
	}
	return s
}

func spanishOrdinalMark(_ int64, g Gender) string {
	if g == Feminine {
		return "ª"
	}
	return "º"
}
