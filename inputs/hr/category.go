package hr

import "strings"

// categoryWords are the names of categories as fold makes them.
func categoryWords() map[string]Category {
	words := map[string]Category{}
	for c, text := range map[Category]string{
		GeneralService: "general service; general services; general service staff; gs; g; gs staff; general service category; general service and related; general service and related categories; " +
			"services generaux; agents des services generaux; personnel des services generaux; categorie des services generaux; sg; " +
			"servicios generales; personal de servicios generales; cuadro de servicios generales; general",
		NationalOfficer: "national officer; national officers; national professional officer; national professional officers; national professional; national professionals; no; npo; np; " +
			"administrateur national; administrateurs nationaux; administrateurs recrutes sur le plan national; an; cadres nationaux; " +
			"funcionario nacional; funcionarios nacionales; oficial nacional; oficiales nacionales; funcionarios nacionales del cuadro organico; profesionales nacionales; profesional nacional",
		Professional: "professional; professionals; professional staff; professional category; professional and higher; professional and higher categories; professional and above; " +
			"p; p and above; p staff; p d; p and d; international professional; international professionals; international; international staff; internationally recruited; director; directors; d; " +
			"administrateurs; administrateur; cadres; cadre; cadre organique; categorie des administrateurs; administrateurs et fonctionnaires de rang superieur; administrateurs et fonctionnaires de rang superieur internationaux; " +
			"administrateurs internationaux; administrateur international; professionnels; professionnel; professionnel international; fonctionnaires internationaux; " +
			"profesional; profesionales; cuadro organico; categoria profesional; profesionales internacionales; profesional internacional; cuadro organico y categorias superiores; funcionarios internacionales",
	} {
		for w := range strings.SplitSeq(text, "; ") {
			words[w] = c
		}
	}
	for _, c := range Categories() {
		words[fold(string(c))] = c
	}
	return words
}

// titleWords are those names of categories that may stand among other words, in
// the name of a sheet or in a title.
func titleWords() map[string]Category {
	out := map[string]Category{}
	for w, c := range categoryWords() {
		if len(w) > 3 && w != "general" && w != "cadre" && w != "cadres" && !strings.HasPrefix(w, "director") && !strings.HasPrefix(w, "international") {
			out[w] = c
		}
	}
	return out
}

// titled returns the one category that a title names, "" for none or several.
// Longer names come first: a National Professional Officer is no Professional.
func titled(title string, words map[string]Category) Category {
	list := strings.Fields(fold(title))
	var found Category
	for i := 0; i < len(list); i++ {
		for n := min(8, len(list)-i); n > 0; n-- {
			c, ok := words[strings.Join(list[i:i+n], " ")]
			if !ok {
				continue
			}
			if found != "" && found != c {
				return ""
			}
			found = c
			i += n - 1
			break
		}
	}
	return found
}
