BEGIN TRANSACTION;
CREATE TABLE address_line (
	id INTEGER NOT NULL, 
	scan_id INTEGER NOT NULL, 
	address_key BLOB NOT NULL, 
	address TEXT NOT NULL, 
	found_by TEXT NOT NULL, 
	depth INTEGER NOT NULL, 
	found_on TEXT NOT NULL, 
	ending TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	final_address TEXT NOT NULL, 
	status INTEGER, 
	media_type TEXT NOT NULL, 
	title TEXT NOT NULL, 
	attempts INTEGER NOT NULL, 
	visited DATETIME, 
	CONSTRAINT pk_address_line PRIMARY KEY (id), 
	CONSTRAINT fk_address_line_scan_id FOREIGN KEY(scan_id) REFERENCES scan (id), 
	CONSTRAINT uq_address_line_scan_id_address_key UNIQUE (scan_id, address_key)
);
INSERT INTO "address_line" VALUES(1,1,X'EB56C691DD158DEE8C39A0A9CD5A9BFDCA65459B279DA4E1FD66C07382336A2D','https://voorbeeld.test/1','link',1,'https://voorbeeld.test/','captured','','https://voorbeeld.test/1#top',200,'text/html','Pagina 1',1,'2026-11-02 12:00:00.250000');
INSERT INTO "address_line" VALUES(2,1,X'E7C07EE6C60111989D31215622BB9878984FFFDAC556D88D8E2303D3DA8BA7F1','https://voorbeeld.test/2','link',1,'https://voorbeeld.test/','waiting','','',NULL,'','',0,NULL);
INSERT INTO "address_line" VALUES(3,2,X'EB56C691DD158DEE8C39A0A9CD5A9BFDCA65459B279DA4E1FD66C07382336A2D','https://voorbeeld.test/1','link',1,'https://voorbeeld.test/','captured','','https://voorbeeld.test/1#top',200,'text/html','Pagina 1',1,'2026-11-02 12:00:00.250000');
INSERT INTO "address_line" VALUES(4,2,X'E7C07EE6C60111989D31215622BB9878984FFFDAC556D88D8E2303D3DA8BA7F1','https://voorbeeld.test/2','link',1,'https://voorbeeld.test/','waiting','','',NULL,'','',0,NULL);
INSERT INTO "address_line" VALUES(5,3,X'EB56C691DD158DEE8C39A0A9CD5A9BFDCA65459B279DA4E1FD66C07382336A2D','https://voorbeeld.test/1','link',1,'https://voorbeeld.test/','unknown-host','','',NULL,'','',0,NULL);
INSERT INTO "address_line" VALUES(6,4,X'EB56C691DD158DEE8C39A0A9CD5A9BFDCA65459B279DA4E1FD66C07382336A2D','https://voorbeeld.test/1','link',1,'https://voorbeeld.test/','captured','','https://voorbeeld.test/1#top',200,'text/html','Pagina 1',1,'2026-11-02 12:00:00.250000');
INSERT INTO "address_line" VALUES(7,4,X'E7C07EE6C60111989D31215622BB9878984FFFDAC556D88D8E2303D3DA8BA7F1','https://voorbeeld.test/2','link',1,'https://voorbeeld.test/','waiting','','',NULL,'','',0,NULL);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE capture (
	id INTEGER NOT NULL, 
	scan_id INTEGER NOT NULL, 
	address_line_id INTEGER NOT NULL, 
	address TEXT NOT NULL, 
	final_address TEXT NOT NULL, 
	instant DATETIME NOT NULL, 
	settled BOOLEAN NOT NULL, 
	status INTEGER, 
	title TEXT NOT NULL, 
	language TEXT NOT NULL, 
	state TEXT NOT NULL, 
	timings JSON NOT NULL, 
	notes JSON NOT NULL, 
	CONSTRAINT pk_capture PRIMARY KEY (id), 
	CONSTRAINT fk_capture_address_line_id FOREIGN KEY(address_line_id) REFERENCES address_line (id), 
	CONSTRAINT fk_capture_scan_id FOREIGN KEY(scan_id) REFERENCES scan (id), 
	CONSTRAINT uq_capture_address_line_id_state UNIQUE (address_line_id, state)
);
INSERT INTO "capture" VALUES(1,1,1,'https://voorbeeld.test/1','https://voorbeeld.test/1#top','2026-11-02 12:00:00.250000',1,200,'Pagina 1','nl','default','{"load": 12.5}','["geen MHTML"]');
INSERT INTO "capture" VALUES(2,2,3,'https://voorbeeld.test/1','https://voorbeeld.test/1#top','2026-11-02 12:00:00.250000',1,200,'Pagina 1','nl','default','{"load": 12.5}','["geen MHTML"]');
INSERT INTO "capture" VALUES(3,4,6,'https://voorbeeld.test/1','https://voorbeeld.test/1#top','2026-11-02 12:00:00.250000',1,200,'Pagina 1','nl','default','{"load": 12.5}','["geen MHTML"]');
CREATE TABLE observation (
	id INTEGER NOT NULL, 
	scan_id INTEGER NOT NULL, 
	fingerprint VARCHAR(64) NOT NULL, 
	verdict VARCHAR(16) NOT NULL, 
	rule TEXT NOT NULL, 
	statement_id INTEGER NOT NULL, 
	explanation_id INTEGER NOT NULL, 
	witnesses_id INTEGER NOT NULL, 
	element TEXT NOT NULL, 
	disputed BOOLEAN NOT NULL, 
	place_count INTEGER NOT NULL, 
	page_count INTEGER NOT NULL, 
	CONSTRAINT pk_observation PRIMARY KEY (id), 
	CONSTRAINT fk_observation_explanation_id FOREIGN KEY(explanation_id) REFERENCES passage (id), 
	CONSTRAINT fk_observation_scan_id FOREIGN KEY(scan_id) REFERENCES scan (id), 
	CONSTRAINT fk_observation_statement_id FOREIGN KEY(statement_id) REFERENCES passage (id), 
	CONSTRAINT fk_observation_witnesses_id FOREIGN KEY(witnesses_id) REFERENCES passage (id), 
	CONSTRAINT uq_observation_scan_id_fingerprint_verdict UNIQUE (scan_id, fingerprint, verdict)
);
INSERT INTO "observation" VALUES(1,1,'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb','failed','image-has-name',1,2,3,'img a',0,2,1);
INSERT INTO "observation" VALUES(2,1,'c02c0b965e023abee808f2b548d8d5193a8b5229be6f3121a6f16e2d41a449b3','failed','image-has-name',1,4,3,'img b0',0,1,1);
INSERT INTO "observation" VALUES(3,1,'2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6','cantTell','image-has-name',1,5,6,'img c',0,1,1);
INSERT INTO "observation" VALUES(4,2,'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb','failed','image-has-name',1,2,3,'img a',0,2,1);
INSERT INTO "observation" VALUES(5,2,'7dc96f776c8423e57a2785489a3f9c43fb6e756876d6ad9a9cac4aa4e72ec193','failed','image-has-name',1,9,3,'img b1',0,1,1);
INSERT INTO "observation" VALUES(6,2,'2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6','cantTell','image-has-name',1,5,6,'img c',0,1,1);
INSERT INTO "observation" VALUES(7,4,'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb','failed','image-has-name',1,2,3,'img a',0,1,1);
CREATE TABLE organisation (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	oin TEXT NOT NULL, 
	kvk TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	created DATETIME NOT NULL, 
	CONSTRAINT pk_organisation PRIMARY KEY (id), 
	CONSTRAINT uq_organisation_name_key UNIQUE (name_key)
);
INSERT INTO "organisation" VALUES(1,'Veiligheidsregio Voorbeeld','veiligheidsregio voorbeeld','','12345678','Veiligheidsregio','2026-11-23 17:00:04.045736');
INSERT INTO "organisation" VALUES(2,'Gemeente Één','gemeente één','','','','2026-11-23 17:00:04.066306');
CREATE TABLE organisation_target (
	organisation_id INTEGER NOT NULL, 
	target_id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	CONSTRAINT pk_organisation_target PRIMARY KEY (organisation_id, target_id, role), 
	CONSTRAINT fk_organisation_target_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
	CONSTRAINT fk_organisation_target_target_id FOREIGN KEY(target_id) REFERENCES target (id)
);
INSERT INTO "organisation_target" VALUES(1,1,'responsible');
CREATE TABLE part (
	capture_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	size BIGINT NOT NULL, 
	media_type TEXT NOT NULL, 
	label TEXT NOT NULL, 
	x FLOAT, 
	y FLOAT, 
	width FLOAT, 
	height FLOAT, 
	CONSTRAINT pk_part PRIMARY KEY (capture_id, number), 
	CONSTRAINT fk_part_capture_id FOREIGN KEY(capture_id) REFERENCES capture (id)
)
 WITHOUT ROWID

;
INSERT INTO "part" VALUES(1,0,'crop','5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9',0,'image/png','p0',0.0,1.5,20.0,0.0);
INSERT INTO "part" VALUES(1,1,'crop','6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b',1,'image/png','p1',0.0,1.5,20.0,1.0);
INSERT INTO "part" VALUES(2,0,'crop','5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9',0,'image/png','p0',0.0,1.5,20.0,0.0);
INSERT INTO "part" VALUES(2,1,'crop','6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b',1,'image/png','p1',0.0,1.5,20.0,1.0);
INSERT INTO "part" VALUES(3,0,'crop','5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9',0,'image/png','p0',0.0,1.5,20.0,0.0);
INSERT INTO "part" VALUES(3,1,'crop','6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b',1,'image/png','p1',0.0,1.5,20.0,1.0);
CREATE TABLE passage (
	id INTEGER NOT NULL, 
	digest VARCHAR(32) NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_passage PRIMARY KEY (id), 
	CONSTRAINT uq_passage_digest UNIQUE (digest)
);
INSERT INTO "passage" VALUES(1,'8c1241a37136763f270cff540aa60eba','["Afbeelding heeft een tekstalternatief", "Image has a text alternative", "Wie niet ziet, weet niet wat er staat.", "Who cannot see does not know what is there.", "Beschrijf de afbeelding.", "Describe the image.", ["wcag:1.1.1"], ["9.1.1.1"], ["4.2.1", "4.2.2"]]');
INSERT INTO "passage" VALUES(2,'bef277915bc9158eace61354c6260395','["De afbeelding a heeft geen naam.","The image a has no name."]');
INSERT INTO "passage" VALUES(3,'cd0fc26183db028d71fa98cf62fe1e6f','["own","image-has-name","failed","geen naam"]');
INSERT INTO "passage" VALUES(4,'f8b379852c22218aad7533b02dee01d6','["De afbeelding b0 heeft geen naam.","The image b0 has no name."]');
INSERT INTO "passage" VALUES(5,'721a898894a6701188bfd13474d9b7bb','["De afbeelding c heeft geen naam.","The image c has no name."]');
INSERT INTO "passage" VALUES(6,'269d24049ec97dd85a07bb8b5799e802','["own","image-has-name","cantTell","geen naam"]');
INSERT INTO "passage" VALUES(7,'275b7ceb2b3fb4bb0c29edb53bffa125','["<a href=\"/n0\"><img src=\"x.png\"></a>","iframe#kaart","ul > li:nth-child(1) > a"]');
INSERT INTO "passage" VALUES(8,'8095d08551c468626fae14bd1442cfd6','["<a href=\"/n1\"><img src=\"x.png\"></a>","iframe#kaart","ul > li:nth-child(2) > a"]');
INSERT INTO "passage" VALUES(9,'42866187b59bf69eb4b36171fa86c84b','["De afbeelding b1 heeft geen naam.","The image b1 has no name."]');
CREATE TABLE passed (
	capture_id INTEGER NOT NULL, 
	rule TEXT NOT NULL, 
	targets INTEGER NOT NULL, 
	CONSTRAINT pk_passed PRIMARY KEY (capture_id, rule), 
	CONSTRAINT fk_passed_capture_id FOREIGN KEY(capture_id) REFERENCES capture (id)
)
 WITHOUT ROWID

;
INSERT INTO "passed" VALUES(1,'page-has-title',1);
INSERT INTO "passed" VALUES(2,'page-has-title',1);
CREATE TABLE place (
	observation_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	capture_id INTEGER NOT NULL, 
	element_id INTEGER NOT NULL, 
	address TEXT, 
	x FLOAT, 
	y FLOAT, 
	width FLOAT, 
	height FLOAT, 
	indicative BOOLEAN NOT NULL, 
	crop VARCHAR(64), 
	CONSTRAINT pk_place PRIMARY KEY (observation_id, number), 
	CONSTRAINT fk_place_capture_id FOREIGN KEY(capture_id) REFERENCES capture (id), 
	CONSTRAINT fk_place_element_id FOREIGN KEY(element_id) REFERENCES passage (id), 
	CONSTRAINT fk_place_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id)
)
 WITHOUT ROWID

;
INSERT INTO "place" VALUES(1,0,1,7,NULL,1.0,2.5,30.0,40.0,0,'375676bd26868505668fce072799a6e029a37fbbe67b70b89f7b68def282344c');
INSERT INTO "place" VALUES(1,1,1,8,NULL,1.0,2.5,30.0,40.0,0,'375676bd26868505668fce072799a6e029a37fbbe67b70b89f7b68def282344c');
INSERT INTO "place" VALUES(2,0,1,7,NULL,1.0,2.5,30.0,40.0,0,'375676bd26868505668fce072799a6e029a37fbbe67b70b89f7b68def282344c');
INSERT INTO "place" VALUES(3,0,1,7,NULL,1.0,2.5,30.0,40.0,0,'375676bd26868505668fce072799a6e029a37fbbe67b70b89f7b68def282344c');
INSERT INTO "place" VALUES(4,0,2,7,NULL,1.0,2.5,30.0,40.0,0,'375676bd26868505668fce072799a6e029a37fbbe67b70b89f7b68def282344c');
INSERT INTO "place" VALUES(4,1,2,8,NULL,1.0,2.5,30.0,40.0,0,'375676bd26868505668fce072799a6e029a37fbbe67b70b89f7b68def282344c');
INSERT INTO "place" VALUES(5,0,2,7,NULL,1.0,2.5,30.0,40.0,0,'375676bd26868505668fce072799a6e029a37fbbe67b70b89f7b68def282344c');
INSERT INTO "place" VALUES(6,0,2,7,NULL,1.0,2.5,30.0,40.0,0,'375676bd26868505668fce072799a6e029a37fbbe67b70b89f7b68def282344c');
INSERT INTO "place" VALUES(7,0,3,7,NULL,1.0,2.5,30.0,40.0,0,'375676bd26868505668fce072799a6e029a37fbbe67b70b89f7b68def282344c');
CREATE TABLE scan (
	id INTEGER NOT NULL, 
	target_id INTEGER NOT NULL, 
	target_name TEXT NOT NULL, 
	organisation_name TEXT NOT NULL, 
	address TEXT NOT NULL, 
	state TEXT NOT NULL, 
	options JSON NOT NULL, 
	circumstances JSON NOT NULL, 
	created DATETIME NOT NULL, 
	started DATETIME, 
	ended DATETIME, 
	worker TEXT NOT NULL, 
	heartbeat DATETIME, 
	stop_requested BOOLEAN NOT NULL, 
	found INTEGER NOT NULL, 
	tested INTEGER NOT NULL, 
	failed INTEGER NOT NULL, 
	error TEXT NOT NULL, 
	CONSTRAINT pk_scan PRIMARY KEY (id), 
	CONSTRAINT fk_scan_target_id FOREIGN KEY(target_id) REFERENCES target (id)
);
INSERT INTO "scan" VALUES(1,1,'Website','Veiligheidsregio Voorbeeld','https://voorbeeld.test/','completed','{"max_pages": 7, "depth": 5, "profile": "full", "parallel": 1, "extra_hosts": [], "viewport": [1280, 1024], "locale": "nl-NL", "page_budget": 60.0, "settle_budget": 10.0, "delay": 0.0, "max_requests": 20000, "ignore_robots": "", "sitemap": true, "allow_private": false, "driver": "playwright", "addresses": []}','{"tool": "0.1.0", "rule_book": "2026.11", "viewport": [1280, 1024]}','2026-11-23 17:00:04.144729','2026-11-23 17:00:04.177346','2026-11-23 17:00:04.298716','werker-1',NULL,0,2,1,0,'');
INSERT INTO "scan" VALUES(2,1,'Website','Veiligheidsregio Voorbeeld','https://voorbeeld.test/','completed','{"max_pages": 7, "depth": 5, "profile": "full", "parallel": 1, "extra_hosts": [], "viewport": [1280, 1024], "locale": "nl-NL", "page_budget": 60.0, "settle_budget": 10.0, "delay": 0.0, "max_requests": 20000, "ignore_robots": "", "sitemap": true, "allow_private": false, "driver": "playwright", "addresses": []}','{"tool": "0.1.0", "rule_book": "2026.11", "viewport": [1280, 1024]}','2026-11-23 17:00:04.347999','2026-11-23 17:00:04.368915','2026-11-23 17:00:04.450755','werker-1',NULL,0,2,1,0,'');
INSERT INTO "scan" VALUES(3,1,'Website','Veiligheidsregio Voorbeeld','https://voorbeeld.test/','failed','{"max_pages": 50, "depth": 5, "profile": "full", "parallel": 1, "extra_hosts": [], "viewport": [1280, 1024], "locale": "nl-NL", "page_budget": 60.0, "settle_budget": 10.0, "delay": 0.0, "max_requests": 20000, "ignore_robots": "", "sitemap": true, "allow_private": false, "driver": "playwright", "addresses": []}','{}','2026-11-23 17:00:04.498620','2026-11-23 17:00:04.517342','2026-11-23 17:00:04.554893','werker-1',NULL,0,1,0,1,'{"nl": "Mislukt.", "en": "Failed."}');
INSERT INTO "scan" VALUES(4,1,'Website','Veiligheidsregio Voorbeeld','https://voorbeeld.test/','running','{"max_pages": 50, "depth": 5, "profile": "full", "parallel": 1, "extra_hosts": [], "viewport": [1280, 1024], "locale": "nl-NL", "page_budget": 60.0, "settle_budget": 10.0, "delay": 0.0, "max_requests": 20000, "ignore_robots": "", "sitemap": true, "allow_private": false, "driver": "playwright", "addresses": []}','{}','2026-11-23 17:00:04.583383','2026-11-23 17:00:04.605531',NULL,'werker-2','2026-11-23 17:00:04.605531',0,0,0,0,'');
CREATE TABLE target (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	address TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	extra_hosts JSON NOT NULL, 
	emergency BOOLEAN NOT NULL, 
	created DATETIME NOT NULL, 
	CONSTRAINT pk_target PRIMARY KEY (id)
);
INSERT INTO "target" VALUES(1,'Website','website','https://voorbeeld.test/','web-site','["www.voorbeeld.test"]',1,'2026-11-23 17:00:04.104106');
CREATE INDEX ix_target_address ON target (address);
CREATE INDEX ix_target_name_key ON target (name_key);
CREATE INDEX ix_organisation_target_target_id ON organisation_target (target_id);
CREATE INDEX ix_scan_target_id ON scan (target_id);
CREATE INDEX ix_address_line_scan_id_ending ON address_line (scan_id, ending);
CREATE INDEX ix_capture_scan_id ON capture (scan_id);
CREATE INDEX ix_place_capture_id ON place (capture_id);
CREATE TRIGGER scan_update_ended BEFORE UPDATE ON scan WHEN OLD.state IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER passage_update_ended BEFORE UPDATE ON passage WHEN TRUE BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER scan_delete_ended BEFORE DELETE ON scan WHEN OLD.state IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER passage_delete_ended BEFORE DELETE ON passage WHEN TRUE BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER scan_insert_ended BEFORE INSERT ON scan WHEN EXISTS (SELECT 1 FROM scan WHERE id = NEW.id AND state IN ('completed', 'stopped', 'failed')) BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER passage_insert_ended BEFORE INSERT ON passage WHEN EXISTS (SELECT 1 FROM passage WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER address_line_insert_ended BEFORE INSERT ON address_line WHEN (SELECT state FROM scan WHERE id = NEW.scan_id) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER address_line_update_ended BEFORE UPDATE ON address_line WHEN (SELECT state FROM scan WHERE id = OLD.scan_id) IN ('completed', 'stopped', 'failed') OR (SELECT state FROM scan WHERE id = NEW.scan_id) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER address_line_delete_ended BEFORE DELETE ON address_line WHEN (SELECT state FROM scan WHERE id = OLD.scan_id) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER capture_insert_ended BEFORE INSERT ON capture WHEN (SELECT state FROM scan WHERE id = NEW.scan_id) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER capture_update_ended BEFORE UPDATE ON capture WHEN (SELECT state FROM scan WHERE id = OLD.scan_id) IN ('completed', 'stopped', 'failed') OR (SELECT state FROM scan WHERE id = NEW.scan_id) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER capture_delete_ended BEFORE DELETE ON capture WHEN (SELECT state FROM scan WHERE id = OLD.scan_id) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER observation_insert_ended BEFORE INSERT ON observation WHEN (SELECT state FROM scan WHERE id = NEW.scan_id) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER observation_update_ended BEFORE UPDATE ON observation WHEN (SELECT state FROM scan WHERE id = OLD.scan_id) IN ('completed', 'stopped', 'failed') OR (SELECT state FROM scan WHERE id = NEW.scan_id) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER observation_delete_ended BEFORE DELETE ON observation WHEN (SELECT state FROM scan WHERE id = OLD.scan_id) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER part_insert_ended BEFORE INSERT ON part WHEN (SELECT state FROM scan WHERE id = (SELECT scan_id FROM capture WHERE id = NEW.capture_id)) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER part_update_ended BEFORE UPDATE ON part WHEN (SELECT state FROM scan WHERE id = (SELECT scan_id FROM capture WHERE id = OLD.capture_id)) IN ('completed', 'stopped', 'failed') OR (SELECT state FROM scan WHERE id = (SELECT scan_id FROM capture WHERE id = NEW.capture_id)) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER part_delete_ended BEFORE DELETE ON part WHEN (SELECT state FROM scan WHERE id = (SELECT scan_id FROM capture WHERE id = OLD.capture_id)) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER passed_insert_ended BEFORE INSERT ON passed WHEN (SELECT state FROM scan WHERE id = (SELECT scan_id FROM capture WHERE id = NEW.capture_id)) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER passed_update_ended BEFORE UPDATE ON passed WHEN (SELECT state FROM scan WHERE id = (SELECT scan_id FROM capture WHERE id = OLD.capture_id)) IN ('completed', 'stopped', 'failed') OR (SELECT state FROM scan WHERE id = (SELECT scan_id FROM capture WHERE id = NEW.capture_id)) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER passed_delete_ended BEFORE DELETE ON passed WHEN (SELECT state FROM scan WHERE id = (SELECT scan_id FROM capture WHERE id = OLD.capture_id)) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER place_insert_ended BEFORE INSERT ON place WHEN (SELECT state FROM scan WHERE id = (SELECT scan_id FROM observation WHERE id = NEW.observation_id)) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER place_update_ended BEFORE UPDATE ON place WHEN (SELECT state FROM scan WHERE id = (SELECT scan_id FROM observation WHERE id = OLD.observation_id)) IN ('completed', 'stopped', 'failed') OR (SELECT state FROM scan WHERE id = (SELECT scan_id FROM observation WHERE id = NEW.observation_id)) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
CREATE TRIGGER place_delete_ended BEFORE DELETE ON place WHEN (SELECT state FROM scan WHERE id = (SELECT scan_id FROM observation WHERE id = OLD.observation_id)) IN ('completed', 'stopped', 'failed') BEGIN SELECT RAISE(ABORT, 'an ended scan is immutable'); END;
COMMIT;
