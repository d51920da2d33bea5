insert into llx_user (login, pass_crypted, lastname, firstname, email, admin)
values ('admin', 'x', 'SuperAdmin', '', 'admin@example.org', 1);

insert into llx_product (ref, datec, label, description, price, price_ttc, price_min, tva_tx, barcode, weight, stock)
select concat('PROD', lpad(seq, 5, '0')), '2025-01-01', concat(elt(1 + seq % 5, 'Bureau', 'Chaise', 'Lampe', 'Table', 'Armoire'), ' ', seq),
       'En bois massif, fait pour durer', 10 + seq * 1.25, (10 + seq * 1.25) * 1.2, 0, 20, concat('300', lpad(seq, 10, '0')), 2.5, seq
from seq_1_to_80;

insert into llx_commande
  (ref, ref_client, fk_soc, date_creation, date_valid, date_commande, fk_user_author, fk_statut, remise_percent,
   total_tva, total_ht, total_ttc, note_public, facture, date_livraison, multicurrency_code)
select concat('CO2601-', lpad(seq, 4, '0')), if(seq % 4 = 0, concat('PO ', seq), null), 1 + seq % 150,
       '2026-01-01' + interval seq * 7 hour, '2026-01-02' + interval seq * 7 hour, date('2026-01-01' + interval seq * 7 hour),
       1, seq % 4, 0, round(seq * 0.62, 2), round(seq * 3.1, 2), round(seq * 3.72, 2), null, seq % 2, null, 'EUR'
from seq_1_to_300;

insert into llx_commandedet
  (fk_commande, fk_product, label, description, tva_tx, qty, remise_percent, remise, price, subprice, total_ht, total_tva,
   total_ttc, rang)
select 1 + seq % 300, 1 + seq % 80, null, 'Ligne de texte', 20, 1 + seq % 5, if(seq % 3 = 0, 10, 0), 0, null,
       10 + seq % 80 * 1.25, round((10 + seq % 80 * 1.25) * (1 + seq % 5), 2), 3.1,
       round((10 + seq % 80 * 1.25) * (1 + seq % 5) * 1.2, 2), 1
from seq_1_to_700;

insert into llx_facture
  (ref, fk_soc, datec, datef, paye, total_tva, total_ht, total_ttc, fk_statut, fk_user_author, date_lim_reglement)
select concat('FA2602-', lpad(seq, 4, '0')), 1 + seq % 150, '2026-02-01' + interval seq day, '2026-02-01' + interval seq day,
       1, round(seq * 0.62, 2), round(seq * 3.1, 2), round(seq * 3.72, 2), 2, 1, '2026-03-01' + interval seq day
from seq_1_to_150;

insert into llx_facturedet
  (fk_facture, fk_product, description, tva_tx, qty, remise_percent, subprice, total_ht, total_tva, total_ttc, rang)
select 1 + seq % 150, 1 + seq % 80, 'Ligne de texte', 20, 1 + seq % 5, 0, 12.5, 12.5, 2.5, 15, 1
from seq_1_to_400;
