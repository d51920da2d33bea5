-- The shape of Dolibarr's third parties, products, orders and invoices: names and types of the columns that matter,
-- written from what is publicly known of them. Not Dolibarr's own files, and not all of its columns.

create table llx_c_country (
  rowid int primary key, code varchar(2) not null, code_iso varchar(3), label varchar(128) not null, active tinyint);

create table llx_c_departements (
  rowid int auto_increment primary key, code_departement varchar(6) not null, fk_region int, nom varchar(50));

create table llx_user (
  rowid int auto_increment primary key, login varchar(50) not null, pass_crypted varchar(128), lastname varchar(50),
  firstname varchar(50), email varchar(255), admin smallint, datec datetime, tms timestamp);

create table llx_societe (
  rowid int auto_increment primary key, nom varchar(128), name_alias varchar(128), entity int not null default 1,
  ref_ext varchar(255), statut tinyint default 0, parent int, datec datetime, tms timestamp, client tinyint default 0,
  fournisseur tinyint default 0, code_client varchar(24), code_fournisseur varchar(24), code_compta varchar(24),
  address varchar(255), zip varchar(25), town varchar(50), fk_departement int default 0, fk_pays int default 0,
  phone varchar(20), fax varchar(20), url varchar(255), email varchar(128), fk_typent int, siren varchar(128),
  siret varchar(128), tva_intra varchar(20), capital double, note_private text, price_level int, status tinyint default 1);

create table llx_socpeople (
  rowid int auto_increment primary key, fk_soc int, civility varchar(6), lastname varchar(50), firstname varchar(50),
  address varchar(255), zip varchar(25), town varchar(255), fk_departement int, fk_pays int default 0, birthday date,
  poste varchar(80), phone varchar(30), phone_perso varchar(30), phone_mobile varchar(30), fax varchar(30),
  email varchar(255), statut tinyint, datec datetime, tms timestamp,
  constraint fk_socpeople_fk_soc foreign key (fk_soc) references llx_societe (rowid));

create table llx_product (
  rowid int auto_increment primary key, ref varchar(128) not null, entity int not null default 1, datec datetime,
  tms timestamp, label varchar(255) not null, description text, note text, price double(24,8) default 0,
  price_ttc double(24,8) default 0, price_min double(24,8) default 0, tva_tx double(7,4), cost_price double(24,8),
  tosell tinyint default 1, tobuy tinyint default 1, fk_product_type int default 0, duration varchar(6),
  barcode varchar(180), weight float, stock double, fk_user_author int);

create table llx_commande (
  rowid int auto_increment primary key, ref varchar(30) not null, entity int not null default 1, ref_client varchar(255),
  fk_soc int not null, tms timestamp, date_creation datetime, date_valid datetime, date_commande date,
  fk_user_author int, fk_statut smallint default 0, remise_percent double default 0, total_tva double(24,8),
  total_ht double(24,8), total_ttc double(24,8), note_public text, facture tinyint default 0, fk_cond_reglement int,
  fk_mode_reglement int, date_livraison datetime, multicurrency_code varchar(3),
  constraint fk_commande_fk_soc foreign key (fk_soc) references llx_societe (rowid),
  constraint fk_commande_fk_user_author foreign key (fk_user_author) references llx_user (rowid));

create table llx_commandedet (
  rowid int auto_increment primary key, fk_commande int not null, fk_product int, label varchar(255), description text,
  tva_tx double(7,4), qty double, remise_percent double default 0, remise double default 0, price double,
  subprice double(24,8) default 0, total_ht double(24,8), total_tva double(24,8), total_ttc double(24,8),
  product_type int default 0, rang int default 0,
  constraint fk_commandedet_fk_commande foreign key (fk_commande) references llx_commande (rowid));

create table llx_facture (
  rowid int auto_increment primary key, ref varchar(30) not null, type smallint not null default 0, fk_soc int not null,
  datec datetime, datef date, paye smallint not null default 0, total_tva double(24,8), total_ht double(24,8),
  total_ttc double(24,8), fk_statut smallint default 0, fk_user_author int, date_lim_reglement date,
  constraint fk_facture_fk_soc foreign key (fk_soc) references llx_societe (rowid));

create table llx_facturedet (
  rowid int auto_increment primary key, fk_facture int not null, fk_product int, label varchar(255), description text,
  tva_tx double(7,4), qty double, remise_percent double default 0, subprice double(24,8), total_ht double(24,8),
  total_tva double(24,8), total_ttc double(24,8), rang int default 0,
  constraint fk_facturedet_fk_facture foreign key (fk_facture) references llx_facture (rowid));
