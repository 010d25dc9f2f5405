/** What stops a start, in the two languages of the terminal: what is wrong, where, and what to do. */
export const sentences = {
  no_build: {
    fr: "Permanence n’apporte pas de PostgreSQL pour {platform} {arch} (le paquet {name} n’est pas installé). Relancez npm install, ou donnez dans DATABASE_URL l’adresse d’un PostgreSQL 15 ou plus récent.",
    en: "Permanence brings no PostgreSQL for {platform} {arch} (the package {name} is not installed). Run npm install again, or give in DATABASE_URL the address of a PostgreSQL 15 or newer.",
  },
  others_data: {
    fr: "Les données de {data} appartiennent à un autre utilisateur (numéro {owner})\u00a0: Permanence a sans doute été lancée une fois par root. Relancez-la ainsi, ou rendez-les à l’utilisateur présent en tapant, comme root\u00a0: chown -R {us} {data}",
    en: "The data in {data} belongs to another user (number {owner}): Permanence was probably started once as root. Start it so again, or give the data to the present user by typing, as root: chown -R {us} {data}",
  },
  nobody_missing: {
    fr: "PostgreSQL ne tourne pas sous root, et ce système n’a pas d’utilisateur «\u00a0nobody\u00a0» pour le faire tourner. Lancez Permanence comme un utilisateur ordinaire.",
    en: "PostgreSQL does not run as root, and this system has no user “nobody” to run it as. Start Permanence as an ordinary user.",
  },
  out_of_reach: {
    fr: "Lancé par root, PostgreSQL tourne sous un autre utilisateur (numéro {user}), qui ne peut pas entrer dans {closed} et n’atteint donc pas {path}. Lancez Permanence comme un utilisateur ordinaire, placez-la dans un dossier ouvert à tous (sous /opt ou /srv), ou tapez\u00a0: chmod o+x {closed}",
    en: "Started by root, PostgreSQL runs as another user (number {user}), who cannot enter {closed} and so does not reach {path}. Start Permanence as an ordinary user, put it in a folder open to all (under /opt or /srv), or type: chmod o+x {closed}",
  },
  folder_not_made: {
    fr: "Le dossier des données {dataDir} ne peut pas être créé\u00a0: {said}",
    en: "The data folder {dataDir} cannot be made: {said}",
  },
  not_created: {
    fr: "La base de données n’a pas pu être créée\u00a0: {said}",
    en: "The database could not be created: {said}",
  },
  not_started: {
    fr: "La base de données ne démarre pas\u00a0: {said}",
    en: "The database does not start: {said}",
  },
  socket_path_too_long: {
    fr: "Le chemin de la prise de la base de données serait trop long pour le système (dans {folder}). Donnez dans TMPDIR un dossier plus court, par exemple /tmp.",
    en: "The path of the database’s socket would be too long for the system (in {folder}). Give in TMPDIR a shorter folder, for instance /tmp.",
  },
  already_running: {
    fr: "Permanence tourne déjà sur ce dossier de données. Arrêtez-la d’abord, ou donnez un autre dossier dans DATA_DIR.",
    en: "Permanence is already running on this data folder. Stop it first, or give another folder in DATA_DIR.",
  },
  stuck: {
    fr: "Une base de données tourne déjà sur {data} (processus {pid}) et ne s’arrête pas. Mettez fin à ce processus, puis relancez.",
    en: "A database already runs on {data} (process {pid}) and does not stop. End that process, then start again.",
  },
  migration_unknown: {
    fr: "La base de données connaît la migration {title}, que cette version de Permanence n’a pas. Une version plus récente s’en est sans doute servie\u00a0: lancez celle-là, ou restaurez une sauvegarde plus ancienne.",
    en: "The database knows the migration {title}, which this version of Permanence does not have. A newer version has probably used it: start that one, or restore an older backup.",
  },
  migration_changed: {
    fr: "La migration {title} a été modifiée après avoir été appliquée. Remettez le fichier comme il était, et écrivez le changement dans une nouvelle migration.",
    en: "The migration {title} was changed after it was applied. Put the file back as it was, and write the change as a new migration.",
  },
  server_unreachable: {
    fr: "Le serveur de DATABASE_URL ne répond pas comme il faut\u00a0: {said}",
    en: "The server of DATABASE_URL does not answer as it should: {said}",
  },
  too_old: {
    fr: "Le serveur de DATABASE_URL est un PostgreSQL {version}\u00a0; il en faut un 15 ou plus récent.",
    en: "The server of DATABASE_URL is a PostgreSQL {version}; it takes a 15 or newer.",
  },
  not_utf8: {
    fr: "La base de DATABASE_URL est encodée en {encoding}. Créez-en une en UTF8\u00a0: create database … encoding 'UTF8' template template0",
    en: "The database of DATABASE_URL is encoded in {encoding}. Create one in UTF8: create database … encoding 'UTF8' template template0",
  },
  read_only: {
    fr: "Le serveur de DATABASE_URL est une copie en lecture seule. Donnez l’adresse du serveur principal.",
    en: "The server of DATABASE_URL is a read-only copy. Give the address of the main server.",
  },
  extension_missing: {
    fr: "L’extension {name} manque à la base de DATABASE_URL ({said}). Faites exécuter, par un administrateur du serveur, dans cette base\u00a0: create extension {name} schema public",
    en: "The database of DATABASE_URL lacks the extension {name} ({said}). Have an administrator of the server run, in that database: create extension {name} schema public",
  },
  app_role_missing: {
    fr: "Le compte de DATABASE_URL ne peut pas préparer le rôle permanence_app ({said}). Faites exécuter, par un administrateur du serveur\u00a0: {statements}",
    en: "The account of DATABASE_URL cannot prepare the role permanence_app ({said}). Have an administrator of the server run: {statements}",
  },
  public_schema_closed: {
    fr: "Le compte de DATABASE_URL ne peut pas créer de tables dans le schéma public de cette base. Faites exécuter, par un administrateur du serveur\u00a0: alter database {database} owner to {login}",
    en: "The account of DATABASE_URL may not create tables in the schema public of that database. Have an administrator of the server run: alter database {database} owner to {login}",
  },
  app_can_bypass: {
    fr: "Le rôle permanence_app peut passer outre au cloisonnement des organisations ({how}). Faites exécuter, par un administrateur du serveur\u00a0: {statements}",
    en: "The role permanence_app can pass the wall between organisations ({how}). Have an administrator of the server run: {statements}",
  },
  not_a_session: {
    fr: "L’adresse de DATABASE_URL passe par un répartiteur qui ne garde pas les sessions, ou leurs réglages. Donnez l’adresse directe du serveur (PgBouncer, même en mode session, ne laisse pas passer le rôle de l’application).",
    en: "The address in DATABASE_URL goes through a pooler that does not keep sessions, or their settings. Give the server’s direct address (PgBouncer, even in session mode, does not let the application’s role pass).",
  },
}
