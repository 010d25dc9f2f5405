import type { Usual } from "../usual.ts"

/** Standing items of the secretariat and of the assemblies. */
export const usualOfValmont: Usual = {
  "Suivi des décisions et des tâches": [
    "Les suites avancent ; ce qui reste ouvert est repris dans la liste des tâches.",
    "Deux tâches en retard, les mêmes que le mois passé. Karim et Leïla se les partagent.",
    "Tout est fait. On le dit, pour une fois.",
    "La réponse de l’échevin n’est pas arrivée. Inès relance lundi.",
    "Le panneau est commandé, l’assurance attend une signature.",
    "Trois lignes closes depuis la dernière fois, une ouverte.",
  ],
  "Courrier et messages reçus": [
    "Onze messages, dont deux demandes d’affiliation. Tous ont reçu un mot dans les deux jours.",
    "Une lettre des riverains de la rue des Moulins ; Thibault les appelle.",
    "La commune propose deux dates pour la salle. On prend la seconde.",
    "Une facture d’électricité qui n’est pas la nôtre, renvoyée.",
    "Le comité de quartier invite à sa fête : Béatrice y va.",
    "Rien qui demande une réponse du secrétariat.",
    "Un ancien membre écrit pour revenir. Bonne nouvelle.",
  ],
  "Nouvelles de la régionale et du fédéral": [
    "Envoyées avec la convocation ; trois questions, trois réponses.",
    "Congrès fédéral au printemps. Les amendements se préparent en locale.",
    "La régionale cherche deux personnes pour la commission mobilité.",
    "Le bureau provincial a changé d’heure : huit heures et quart.",
    "Le fédéral publie son tract ; le nôtre est meilleur, on garde le nôtre.",
    "Rien de neuf avant le mois prochain.",
  ],
  "Conseil communal : points, questions et interpellations": [
    "Ordre du jour reçu mardi : dix-sept points, deux qui nous occupent.",
    "Élodie pose une question sur les passages pour piétons, Thibault une sur le CPAS.",
    "Pas de conseil ce mois-ci.",
    "Le point supplémentaire est parti à temps. Accusé de réception classé.",
    "Le budget communal arrive à la prochaine séance. Lecture à trois, dimanche matin.",
    "La majorité a reporté le point sur la place du Marché, encore.",
  ],
  "Accueil : contacts à rappeler, nouveaux membres": [
    "Trois personnes à rappeler. Chacune a maintenant un nom en face du sien.",
    "Deux nouvelles affiliations, toutes deux venues par le marché.",
    "Samuel a rencontré les deux derniers arrivés autour d’un café.",
    "Personne n’attend de réponse ce mois-ci.",
    "Une dame du quartier de la gare veut aider, sans carte. C’est très bien ainsi.",
  ],
  "Trésorerie : situation et dépenses à approuver": [
    "Compte à 2 418,36 €. Rien à approuver.",
    "Compte à 2 260,10 €, après l’assurance.",
    "Quatre cotisations rentrées. Compte à 2 524,90 €.",
    "Karim montre les pièces ; Fatou les a regardées.",
    "La commune a versé la moitié du subside. L’autre moitié en juin.",
  ],
  "Prochaine assemblée : projet d’ordre du jour": [
    "On garde deux points, pas trois. Le débat d’abord, tant que tout le monde est frais.",
    "La salle des Tanneurs est libre. Béatrice la réserve.",
    "L’ordre du jour part quinze jours avant, comme le veut le règlement.",
    "On cherche quelqu’un qui préside sans parler. Agnès, peut-être.",
  ],
  "Accueil et tour de table": [
    "Deux personnes viennent pour la première fois. Applaudies.",
    "Tour de table rapide : prénom, quartier, ce qu’on espère de la soirée.",
    "La soupe est prête à la pause.",
  ],
  "Conseil communal et CPAS : retour des élus": [
    "Élodie et Thibault racontent : deux points gagnés, un perdu d’une voix.",
    "Le CPAS ouvre une permanence le samedi. C’était notre demande.",
    "Peu de choses, beaucoup de bruit. Le résumé est affiché au fond.",
  ],
  "Débat : thème du mois": [
    "Quarante minutes, dix-neuf prises de parole. Les idées sont au tableau, photographiées.",
    "On se partage en trois tables ; chacune rend deux propositions.",
    "Le débat a tenu toute la salle jusqu’au bout.",
  ],
  "Activités à venir et appel aux bonnes volontés": [
    "Il manque quatre paires de bras pour le marché. La feuille circule.",
    "La fête d’été a ses cuisiniers. Il reste à trouver qui démonte.",
  ],
  "Accueil, vérification des présences et du droit de vote": [
    "Présences et cotisations vérifiées à l’entrée par Agnès et Béatrice.",
    "Une personne n’est pas en ordre : elle assiste, sans voix.",
    "La liste est signée par chacun en entrant.",
  ],
  "Rapport d’activités du secrétariat": [
    "Le rapport a été envoyé avec la convocation. Il est lu en cinq minutes.",
    "Vingt-deux réunions, quatre assemblées, une fête. Applaudi.",
  ],
  "Divers et prochaine date": [
    "Rien d’autre.",
    "Prochaine rencontre dans quinze jours, chez Karim.",
    "La clé de la salle est chez Béatrice.",
    "Covoiturage pour le congrès : la feuille circule.",
  ],
}
